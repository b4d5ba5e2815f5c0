package io.evenkeel.embedded.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {

  @TempDir Path data;

  @Test
  void whatThePrivateKeySignsThePublicKeyVerifies() throws Exception {
    Identity identity = Identity.in(data);
    byte[] message = "a token".getBytes(StandardCharsets.UTF_8);
    KeyFactory rsa = KeyFactory.getInstance("RSA");

    Signature signing = Signature.getInstance("SHA256withRSA");
    String pem = Files.readString(identity.privateKeyFile()).replaceAll("-----[A-Z ]+-----", "");
    signing.initSign(
        rsa.generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem))));
    signing.update(message);
    Signature verifying = Signature.getInstance("SHA256withRSA");
    verifying.initVerify(
        rsa.generatePublic(
            new X509EncodedKeySpec(Base64.getDecoder().decode(identity.publicKey()))));
    verifying.update(message);

    assertTrue(verifying.verify(signing.sign()), "the two halves belong together");
  }

  @Test
  void staysTheSameFromStartToStart() {
    assertEquals(Identity.in(data), Identity.in(data));
  }

  @Test
  void thePrivateKeyIsForItsOwnerOnly() throws Exception {
    Identity identity = Identity.in(data);

    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(identity.privateKeyFile())));
  }
}
