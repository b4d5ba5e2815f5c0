package io.evenkeel.transaction.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.StatusNotification;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Section L. */
class StatusTransitionsTest {

  @ParameterizedTest
  @CsvSource({
    "Available, Preparing",
    "Preparing, Charging",
    "Charging, Finishing",
    "Finishing, Available",
    "Charging, SuspendedEVSE",
    "SuspendedEVSE, Charging",
    "Charging, SuspendedEV",
    "SuspendedEV, Charging",
    "Reserved, Preparing",
    "Unavailable, Available",
    "Faulted, Charging",
  })
  void the_usual_session_is_allowed(ChargePointStatus from, ChargePointStatus to) {
    assertTrue(StatusTransitions.before(1, to).contains(from));
  }

  @ParameterizedTest
  @CsvSource({
    "Available, Finishing",
    "Finishing, Charging",
    "Charging, Preparing",
    "Charging, Reserved",
    "Preparing, Reserved",
    "Reserved, Charging",
  })
  void what_the_specification_does_not_know_is_an_anomaly(
      ChargePointStatus from, ChargePointStatus to) {
    assertFalse(StatusTransitions.before(1, to).contains(from));
  }

  @ParameterizedTest
  @EnumSource(ChargePointStatus.class)
  void any_state_may_be_repeated_and_any_may_become_Faulted(ChargePointStatus status) {
    assertTrue(StatusTransitions.before(1, status).contains(status));
    assertTrue(StatusTransitions.before(1, ChargePointStatus.Faulted).contains(status));
  }

  @ParameterizedTest
  @EnumSource(ChargePointStatus.class)
  void connector_0_knows_three_states(ChargePointStatus status) {
    boolean known =
        status == ChargePointStatus.Available
            || status == ChargePointStatus.Unavailable
            || status == ChargePointStatus.Faulted;

    assertEquals(known, StatusTransitions.known(0, status));
    assertTrue(StatusTransitions.known(1, status));
  }

  @Test
  void the_effective_time_is_the_charge_points_own_unless_it_cannot_be_right() {
    Instant received = Instant.parse("2026-05-01T08:00:00Z");

    assertEquals(received.minusSeconds(60), effective(received.minusSeconds(60), received));
    assertEquals(received, effective(null, received));
    assertEquals(received, effective(received.plusSeconds(60), received));
    assertEquals(received, effective(Instant.EPOCH, received));
    assertEquals(received, effective(Instant.parse("2099-01-01T00:00:00Z"), received));
  }

  private static Instant effective(@Nullable Instant said, Instant received) {
    return StatusReport.of(
            "CP",
            new StatusNotification.Request(
                1,
                ChargePointErrorCode.NoError,
                null,
                ChargePointStatus.Available,
                said == null ? null : Timestamp.of(said),
                null,
                null),
            received,
            Leniency.NONE)
        .effectiveAt();
  }
}
