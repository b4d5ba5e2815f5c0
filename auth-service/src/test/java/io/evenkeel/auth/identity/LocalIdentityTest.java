package io.evenkeel.auth.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIdentityTest {

  private static final int STARTS = 3;

  @TempDir Path directory;

  @Test
  void theSecondStartFindsTheFirstOnesKey() {
    Path data = directory.resolve("not/there/yet");
    LocalIdentity first = LocalIdentity.in(data);
    assertEquals(first, LocalIdentity.in(data));
  }

  @Test
  void onlyItsOwnerReadsTheKey() throws Exception {
    LocalIdentity identity = LocalIdentity.in(directory);
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(identity.privateKeyFile())));
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(Set.of(identity.privateKeyFile()), Set.copyOf(files.toList()), "no drafts left");
    }
  }

  @Test
  void thePublicKeyVerifiesWhatThePrivateKeySigns() throws Exception {
    LocalIdentity identity = LocalIdentity.in(directory);
    Signature signing = Signature.getInstance("SHA256withRSA");
    signing.initSign(LocalIdentity.privateKey(identity.privateKeyFile()));
    signing.update(new byte[] {1, 2, 3});
    byte[] signature = signing.sign();
    PublicKey key =
        KeyFactory.getInstance("RSA")
            .generatePublic(
                new X509EncodedKeySpec(Base64.getDecoder().decode(identity.publicKey())));
    Signature verifying = Signature.getInstance("SHA256withRSA");
    verifying.initVerify(key);
    verifying.update(new byte[] {1, 2, 3});
    assertTrue(verifying.verify(signature), "the halves belong together");
  }

  @Test
  void startsAtTheSameTimeGetTheSameKey() throws Exception {
    Set<LocalIdentity> seen = ConcurrentHashMap.newKeySet();
    CountDownLatch go = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(STARTS)) {
      for (int i = 0; i < STARTS; i++) {
        var unused =
            threads.submit(
                () -> {
                  go.await();
                  return seen.add(LocalIdentity.in(directory));
                });
      }
      go.countDown();
    }
    assertEquals(1, seen.size(), "one identity for all");
  }

  @Test
  void aBrokenKeyIsSaidAndNotReplaced() throws Exception {
    Path file = directory.resolve(LocalIdentity.FILE);
    Files.writeString(file, "garbage");
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> LocalIdentity.in(directory));
    assertTrue(failure.getMessage().startsWith(file.toString()), "names the file");
    assertEquals("garbage", Files.readString(file));
  }

  @Test
  void itsConfigurationIsWhatServicesRead() {
    LocalIdentity identity = LocalIdentity.in(directory);
    assertEquals(
        Map.of(
            "evenkeel.identity.private-key-file",
            directory.resolve("identity-key.pem").toString(),
            "evenkeel.identity.public-key",
            identity.publicKey(),
            "evenkeel.identity.issuer",
            "evenkeel"),
        identity.configuration());
  }
}
