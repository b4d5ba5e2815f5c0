package io.evenkeel.smartcharging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SmartchargingConfigTest {

  @Test
  void theDefaults() {
    SmartchargingConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(SmartchargingConfig.class)
            .build()
            .getConfigMapping(SmartchargingConfig.class);

    assertEquals(Duration.ofSeconds(35), config.commandTimeout());
    assertEquals(Duration.ofSeconds(5), config.retryFirst());
    assertEquals(Duration.ofMinutes(5), config.retryLongest());
    assertEquals(new BigDecimal("0.5"), config.smallestIncreaseA());
    assertEquals(Duration.ofMinutes(15), config.turn());
    assertEquals(Duration.ofMinutes(2), config.replayedAfter());
    assertEquals(64, config.maxInFlightPerSite());
    assertEquals(Duration.ofMillis(500), config.tick());
    assertEquals(10_000, config.deadLettersKept());
    assertEquals(2, config.questions().atOnce());
    assertEquals(8_000_000, config.questions().largestBody());
  }
}
