package io.evenkeel.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransactionConfigTest {

  @Test
  void defaults() {
    TransactionConfig config = with(Map.of());

    assertEquals(Duration.ofMinutes(5), config.replayedAfter());
    assertEquals(512, config.reading().lanes());
    assertEquals(2048, config.reading().maxInFlight());
    assertEquals(256, config.writing().maxBatch());
    assertEquals(1, config.writing().maxConcurrent());
    assertEquals(16_384, config.writing().maxQueued());
    assertEquals(Duration.ofDays(730), config.retention().meterValues());
    assertEquals(Duration.ofDays(365), config.retention().statuses());
    assertEquals(Duration.ofHours(1), config.retention().every());
    assertEquals(5000, config.retention().batch());
    assertEquals(10_000, config.deadLettersKept());
  }

  @Test
  void an_unknown_key_is_an_error() {
    assertThrows(
        ConfigValidationException.class,
        () -> with(Map.of("evenkeel.transaction.retention.metervalues", "P1D")));
  }

  private static TransactionConfig with(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(TransactionConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(TransactionConfig.class);
  }
}
