package io.evenkeel.gateway.domain.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

  private static final RandomGenerator RANDOM = new SplittableRandom(7);

  private static String header(String user, byte[] password) {
    var both = new ByteArrayOutputStream();
    both.writeBytes((user + ":").getBytes(StandardCharsets.UTF_8));
    both.writeBytes(password);
    return "Basic " + Base64.getEncoder().encodeToString(both.toByteArray());
  }

  @Test
  void aPasswordOfAnyBytesComesThroughWhole() {
    for (int run = 0; run < 200; run++) {
      var password = new byte[20];
      RANDOM.nextBytes(password);
      password[run % 20] = ':';

      var found = BasicCredentials.password("CP é:1", header("CP é:1", password));

      assertArrayEquals(password, found.orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic", "Basic !!!", "Bearer abc", "Basic Q1Ax"})
  void whatIsNoBasicHeaderIsNone(String header) {
    assertEquals(Optional.empty(), BasicCredentials.password("CP1", header));
    assertEquals(Optional.empty(), BasicCredentials.password("CP1", null));
  }

  @Test
  void theUserMustBeTheChargePoint() {
    assertEquals(Optional.empty(), BasicCredentials.password("CP1", header("CP2", new byte[] {1})));
    assertEquals(Optional.empty(), BasicCredentials.password("CP1", header("CP", new byte[] {1})));
  }

  @Test
  void aHashMatchesItsPasswordOnly() {
    // Given
    byte[] password = {(byte) 0xff, ':', 0, (byte) 0xc3, 0x28};
    byte[] other = {(byte) 0xff, ':', 0, (byte) 0xc3, 0x29};

    // When
    var hash = PasswordHash.of(password, 100, RANDOM);

    // Then
    assertTrue(PasswordHash.matches(password, hash));
    assertFalse(PasswordHash.matches(other, hash));
    assertNotEquals(hash, PasswordHash.of(password, 100, RANDOM), "every hash has its own salt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "plain", "md5$1$a$b", "pbkdf2-sha256$0$AA$AA", "pbkdf2-sha256$x$AA$AA"})
  void whatIsNoHashMatchesNothing(String hash) {
    assertFalse(PasswordHash.matches(new byte[] {1}, hash));
  }
}
