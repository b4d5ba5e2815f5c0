package io.evenkeel.gateway.domain.connection;

import static io.evenkeel.gateway.domain.connection.Standing.ACCEPTED;
import static io.evenkeel.gateway.domain.connection.Standing.PENDING;
import static io.evenkeel.gateway.domain.connection.Standing.REJECTED;
import static io.evenkeel.gateway.domain.connection.Standing.UNACCEPTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.core.ClearCache;
import io.evenkeel.ocpp.security.ExtendedTriggerMessage;
import io.evenkeel.ocpp.trigger.TriggerMessage;
import io.evenkeel.ocpp.trigger.TriggerMessage.RequestedMessage;
import org.junit.jupiter.api.Test;

class StandingTest {

  @Test
  void aKnownChargePointGoesOnWithoutBootAndANewOneDoesNot() {
    assertEquals(ACCEPTED, Standing.onConnect(Registration.Accepted, true, true));
    assertEquals(UNACCEPTED, Standing.onConnect(Registration.Accepted, true, false));
    assertEquals(UNACCEPTED, Standing.onConnect(Registration.Accepted, false, false));
    assertEquals(UNACCEPTED, Standing.onConnect(Registration.Pending, false, false));
    assertEquals(PENDING, Standing.onConnect(Registration.Pending, true, true));
    assertEquals(REJECTED, Standing.onConnect(Registration.Rejected, true, true));
  }

  @Test
  void aChargePointThatHasNotBootedMayOnlyBeAskedToBoot() {
    assertTrue(
        UNACCEPTED.permits(new TriggerMessage.Request(RequestedMessage.BootNotification, null)));
    assertFalse(UNACCEPTED.permits(new TriggerMessage.Request(RequestedMessage.Heartbeat, null)));
    assertFalse(UNACCEPTED.permits(new ClearCache.Request()));
  }

  @Test
  void everyTriggerNamesTheActionItTriggers() {
    for (var requested : RequestedMessage.values()) {
      var after = PENDING.afterSending(new TriggerMessage.Request(requested, null));
      assertEquals(
          Standing.Verdict.HANDLE, after.verdictOn(Action.of(requested.wire()).orElseThrow()));
    }
    for (var requested : ExtendedTriggerMessage.RequestedMessage.values()) {
      var after = PENDING.afterSending(new ExtendedTriggerMessage.Request(requested, null));
      var action =
          requested == ExtendedTriggerMessage.RequestedMessage.SignChargePointCertificate
              ? Action.SignCertificate
              : Action.of(requested.wire()).orElseThrow();
      assertEquals(Standing.Verdict.HANDLE, after.verdictOn(action), requested.wire());
    }
  }

  @Test
  void triggersAddUp() {
    var after =
        PENDING
            .afterSending(new TriggerMessage.Request(RequestedMessage.Heartbeat, null))
            .afterSending(new TriggerMessage.Request(RequestedMessage.StatusNotification, 1));

    assertEquals(Standing.Verdict.HANDLE, after.verdictOn(Action.Heartbeat));
    assertEquals(Standing.Verdict.HANDLE, after.verdictOn(Action.StatusNotification));
    assertEquals(Standing.Verdict.REFUSE, after.verdictOn(Action.MeterValues));
  }

  @Test
  void theOperatorCanTakeBackButNotGiveWithoutABoot() {
    assertEquals(PENDING, ACCEPTED.afterRegistration(Registration.Pending));
    assertEquals(REJECTED, ACCEPTED.afterRegistration(Registration.Rejected));
    assertEquals(PENDING, PENDING.afterRegistration(Registration.Accepted));
    assertEquals(REJECTED, REJECTED.afterRegistration(Registration.Accepted));
    assertEquals(UNACCEPTED, UNACCEPTED.afterRegistration(Registration.Pending));
  }
}
