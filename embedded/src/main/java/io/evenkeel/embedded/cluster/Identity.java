package io.evenkeel.embedded.cluster;

import io.evenkeel.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * The key pair with which this installation signs its own API tokens: made once, kept in the data
 * directory.
 *
 * @param privateKeyFile PEM (PKCS#8), readable by its owner; for auth-service alone
 * @param publicKey base64 of the DER form (X.509), for everybody
 */
record Identity(Path privateKeyFile, String publicKey) {

  private static final int RSA_BITS = 2048;

  static Identity in(Path data) {
    Path secret = data.resolve("identity-key.pem");
    Path known = data.resolve("identity-key.pub");
    try {
      if (!Files.exists(known)) { // written last
        generate(secret, known);
      }
      return new Identity(secret, Files.readString(known).strip());
    } catch (IOException e) {
      throw new StartFailure("Cannot keep the identity key in " + data + ": " + e.getMessage(), e);
    }
  }

  private static void generate(Path secret, Path known) throws IOException {
    KeyPair pair = newPair();
    Files.deleteIfExists(secret);
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPrivate().getEncoded());
    Files.writeString(
        secret, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    Files.writeString(known, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
  }

  private static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new StartFailure("This Java has no RSA", e);
    }
  }

  /** For every service. */
  Map<String, String> publicConfiguration() {
    return Map.of("evenkeel.identity.public-key", publicKey);
  }

  /** For auth-service. */
  Map<String, String> privateConfiguration() {
    return Map.of("evenkeel.identity.private-key-file", privateKeyFile.toString());
  }
}
