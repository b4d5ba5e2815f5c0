package io.evenkeel.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigValidationException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthConfigTest {

  @Test
  void theDefaultsAreThoseOfTheReadme() {
    AuthConfig config = Settings.with(Map.of());
    assertTrue(config.localIdentity(), "local identity");
    assertEquals(Duration.ofHours(8), config.tokenLifetime());
    assertEquals(600_000, config.passwordIterations());
    assertEquals(1000, config.importChunk());
    assertEquals(Duration.ofSeconds(5), config.retellEvery());
    assertEquals(10_000, config.deadLettersKept());
    assertEquals(5, config.login().freeAttemptsPerUser());
    assertEquals(20, config.login().freeAttemptsPerAddress());
    assertEquals(Duration.ofSeconds(1), config.login().firstWait());
    assertEquals(Duration.ofMinutes(1), config.login().longestWait());
    assertEquals(Duration.ofMinutes(15), config.login().memory());
    assertEquals(10_000, config.login().remembered());
    assertEquals(64, config.login().queue());
    assertEquals(256, config.lookup().batch());
    assertEquals(20_000, config.lookup().queue());
    assertEquals(Duration.ofSeconds(10), config.lookup().patience());
  }

  @Test
  void aKeyThatIsNoneIsAnError() {
    assertThrows(
        ConfigValidationException.class,
        () -> Settings.with(Map.of("evenkeel.auth.tokenlifetime", "PT1H")));
  }
}
