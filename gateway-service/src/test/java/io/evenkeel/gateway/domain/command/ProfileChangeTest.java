package io.evenkeel.gateway.domain.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.core.RemoteStartTransaction;
import io.evenkeel.ocpp.core.Reset;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileChangeTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static boolean isOne(Request request) {
    return ProfileChange.isOne(request);
  }

  @Test
  void onlyWhatTouchesProfilesIsOne() {
    assertEquals(true, isOne(new ClearChargingProfile.Request(null, null, null, null)));
    assertEquals(false, isOne(new RemoteStartTransaction.Request(1, "TAG", null)));
    assertEquals(false, isOne(new Reset.Request(Reset.Type.Soft)));
  }

  @ParameterizedTest
  @CsvSource({
    "Answered, true, true",
    "TimedOut, true, true",
    "TimedOut, false, true",
    "Refused, true, true",
    "Refused, false, false",
    "Offline, true, true",
    "Offline, false, false",
    "Expired, false, false"
  })
  void whatWasSentMayBeDoneUnlessItWasAnswered(Outcome outcome, boolean sent, boolean mayBeDone) {
    @Nullable Instant sentAt = sent ? NOON : null;

    assertEquals(
        mayBeDone,
        ProfileChange.mayBeDone(
            new CommandOutcome("c", "CP", "me", outcome, null, null, null, sentAt, null)));
  }

  @Test
  void whatTheLogLeavesOpenMayBeDone() {
    assertEquals(true, ProfileChange.mayBeDone(CommandState.Queued, null));
    assertEquals(true, ProfileChange.mayBeDone(CommandState.Sent, NOON));
  }
}
