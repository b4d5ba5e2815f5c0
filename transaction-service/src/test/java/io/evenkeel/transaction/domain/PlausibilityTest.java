package io.evenkeel.transaction.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.ocpp.core.StopTransaction.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibilityTest {

  private static final Instant RECEIVED = Instant.parse("2026-05-01T08:00:00Z");
  private static final Plausibility PLAUSIBILITY = new Plausibility(Duration.ofMinutes(5));

  @ParameterizedTest
  @CsvSource({
    "2026-05-01T08:00:00Z, 1, 0,",
    "2026-05-01T07:55:00Z, 1, 0,",
    "2026-05-01T07:54:59Z, 1, 0, ReplayedOffline",
    "2026-04-28T08:00:00Z, 1, 0, ReplayedOffline",
    "2015-01-01T00:00:00Z, 1, 0, ReplayedOffline",
    "2014-12-31T23:59:59Z, 1, 0, ClockImplausible",
    "1970-01-01T00:00:00Z, 1, 0, ClockImplausible",
    "0000-01-01T00:00:00Z, 1, 0, ClockImplausible",
    "2026-05-02T08:00:00Z, 1, 0,",
    "2026-05-02T08:00:01Z, 1, 0, ClockImplausible",
    "9999-12-31T23:59:59Z, 1, 0, ClockImplausible",
    "2026-05-01T08:00:00Z, 0, 0, ConnectorImplausible",
    "2026-05-01T08:00:00Z, -3, 0, ConnectorImplausible",
    "2026-05-01T08:00:00Z, 1, -1, MeterImplausible",
    "2026-05-01T08:00:00Z, 1, 100000000000,",
    "2026-05-01T08:00:00Z, 1, 100000000001, MeterImplausible",
    "2026-05-01T08:00:00Z, 1, -9223372036854775808, MeterImplausible",
  })
  void starts(Instant at, int connectorId, long meter, @Nullable String flags) {
    assertEquals(
        flags(flags),
        PLAUSIBILITY.ofStart(new NaturalKey("CP", connectorId, at, "tag", meter), RECEIVED));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100, 60,",
    "100, 100, 0,",
    "100, 99, 60, MeterBackwards",
    "0, 5000000, 60,",
    "0, 5000001, 60, MeterImplausible",
    "0, 9223372036854775807, 60, MeterImplausible",
    "0, -5, 60, MeterBackwards MeterImplausible",
    "0, 100, -1, TimeBackwards",
  })
  void ends(long meterStart, long meterStop, int seconds, @Nullable String flags) {
    Instant begun = RECEIVED.minusSeconds(90);
    Ending.Stop stop =
        new Ending.Stop(begun.plusSeconds(seconds), meterStop, Reason.Local, null, RECEIVED);

    assertEquals(
        flags(flags), PLAUSIBILITY.ofEnd(new NaturalKey("CP", 1, begun, "tag", meterStart), stop));
  }

  @Test
  void energy_never_is_negative_and_never_overflows() {
    assertEquals(0, Energy.between(5, 4));
    assertEquals(0, Energy.between(Long.MAX_VALUE, Long.MIN_VALUE));
    assertEquals(Long.MAX_VALUE, Energy.between(Long.MIN_VALUE, Long.MAX_VALUE));
    assertEquals(7, Energy.between(-3, 4));
  }

  private static Set<Flag> flags(@Nullable String names) {
    return names == null
        ? Set.of()
        : Arrays.stream(names.split(" ")).map(Flag::valueOf).collect(Collectors.toSet());
  }
}
