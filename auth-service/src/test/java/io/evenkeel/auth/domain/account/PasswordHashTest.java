package io.evenkeel.auth.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordHashTest {

  private final SecureRandom random = new SecureRandom();

  @Test
  void itKnowsItsPasswordAndNoOther() {
    PasswordHash hash = PasswordHash.of("Grüße, 密码", 1000, random);
    PasswordHash kept = PasswordHash.parse(hash.text());
    assertTrue(kept.matches("Grüße, 密码"), "its own");
    assertFalse(kept.matches("grüße, 密码"), "another case");
    assertFalse(kept.matches(""), "none");
    assertEquals(1000, kept.iterations());
  }

  @Test
  void twoOfOnePasswordDiffer() {
    assertNotEquals(
        PasswordHash.of("password", 1000, random).text(),
        PasswordHash.of("password", 1000, random).text(),
        "salted");
  }

  @Test
  void itIsThePbkdf2OfTheStandard() {
    // RFC 7914 section 11: PBKDF2-HMAC-SHA256 (P="passwd", S="salt", c=1), first 32 of 64 bytes
    String hash = "VawEbiaQhRC9q_gieMaR5VlmgU88JzsFNfzEY0Ktyn4";
    String computed = "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc";
    String text =
        "pbkdf2-sha256:1:c2FsdA:"
            + java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.HexFormat.of().parseHex(computed));
    assertTrue(PasswordHash.parse(text).matches("passwd"), "the standard's own example");
    assertFalse(
        PasswordHash.parse("pbkdf2-sha256:1:c2FsdA:" + hash).matches("passwd"), "another hash");
  }

  @Test
  void itNeverShowsItself() {
    PasswordHash hash = PasswordHash.of("password", 1000, random);
    assertEquals("PasswordHash[1000 iterations]", hash.toString());
    assertThrows(IllegalArgumentException.class, () -> PasswordHash.parse("plain text"));
  }
}
