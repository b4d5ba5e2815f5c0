package io.evenkeel.smartcharging.domain.composite;

import static io.evenkeel.ocpp.type.ChargingProfilePurpose.ChargePointMaxProfile;
import static io.evenkeel.ocpp.type.ChargingProfilePurpose.TxDefaultProfile;
import static io.evenkeel.ocpp.type.ChargingProfilePurpose.TxProfile;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.core.RemoteStartTransaction;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SetByHandTest {

  private static final Instant NOW = Instant.parse("2026-03-25T12:00:00Z");
  private static final List<Integer> CONNECTORS = List.of(1, 2);
  private static final Response SET =
      new SetChargingProfile.Response(SetChargingProfile.Status.Accepted);
  private static final Response CLEARED =
      new ClearChargingProfile.Response(ClearChargingProfile.Status.Accepted);
  private static final ClearChargingProfile.Request ALL =
      new ClearChargingProfile.Request(null, null, null, null);

  private SetByHand byHand = SetByHand.NOTHING;

  private void set(SetChargingProfile.Request request, @Nullable Response response) {
    byHand = byHand.after(request, response, CONNECTORS);
  }

  /** On connector 1 in transaction 7, without a default of ours. */
  private int most() {
    return most(1, null);
  }

  private int most(int connectorId, @Nullable Integer ourDefault) {
    return byHand.most(new SetByHand.At(connectorId, 7, id -> id == 6, ourDefault), 230, NOW);
  }

  @Test
  void whatWasAcceptedCountsAtItsHighestPeriod() {
    set(A.profile(1, TxDefaultProfile).on(1).periods(0, 10, 60, 20, 90, 8), SET);

    assertEquals(200, most());
    assertEquals(0, most(2, null), "not on the other connector");
  }

  @Test
  void whatMayHaveBeenTakenCountsBesideWhatItMayHaveReplaced() {
    set(A.profile(1, TxDefaultProfile).on(0).periods(0, 20), SET);
    set(A.profile(1, TxDefaultProfile).on(0).periods(0, 16), null);
    assertEquals(200, most());

    set(A.profile(1, TxDefaultProfile).on(0).periods(0, 10), SET);
    assertEquals(100, most(), "all before are replaced");
  }

  @Test
  void whatWasRejectedDoesNotCount() {
    set(
        A.profile(1, TxDefaultProfile).periods(0, 20),
        new SetChargingProfile.Response(SetChargingProfile.Status.Rejected));

    assertEquals(SetByHand.NOTHING, byHand);
  }

  @Test
  void whatWasClearedIsGoneAndWhatMayHaveBeenClearedStays() {
    set(A.profile(1, TxDefaultProfile).periods(0, 20), SET);

    byHand = byHand.after(ALL, null, CONNECTORS);
    assertEquals(200, most());
    byHand = byHand.after(ALL, CLEARED, CONNECTORS);
    assertEquals(0, most());
  }

  @Test
  void aDefaultUnderOurOwnDoesNotCountAndOneAboveItDoes() {
    set(A.profile(1, TxDefaultProfile).on(1).level(3).periods(0, 20), SET);
    set(A.profile(2, TxDefaultProfile).on(0).level(9).periods(0, 25), SET);

    assertEquals(0, most(1, 5));
    assertEquals(200, most(1, 2));
    assertEquals(250, most(2, null), "connector 0 is for all without a default of their own");
  }

  @Test
  void aProfileOfATransactionCountsWhileItRuns() {
    set(A.profile(1, TxProfile).transaction(7).periods(0, 20), SET);
    set(A.profile(2, TxProfile).level(1).transaction(6).periods(0, 30), SET);
    assertEquals(200, most(1, 5), "also under ours, which may end before it");

    byHand = byHand.transactionEnded(1, 7, true);
    assertEquals(0, most());
  }

  @Test
  void anotherTransactionsEndLeavesIt() {
    set(A.profile(1, TxProfile).transaction(7).periods(0, 20), SET);
    set(A.profile(2, TxProfile).level(1).periods(0, 22), SET);

    byHand = byHand.transactionEnded(1, 6, false);
    assertEquals(220, most());
  }

  @Test
  void aRemoteStartWithAProfileIsOnWhicheverConnectorItBegins() {
    var profile = A.profile(1, TxProfile).periods(0, 20).csChargingProfiles();
    byHand =
        byHand.after(
            new RemoteStartTransaction.Request(null, "TAG", profile),
            new RemoteStartTransaction.Response(RemoteStartTransaction.Status.Accepted),
            CONNECTORS);

    assertEquals(200, most(1, 5));
    assertEquals(200, most(2, 5));
  }

  @Test
  void ourOwnTakesThePlaceOfTheSameKindThere() {
    set(A.profile(1, TxProfile).on(1).level(5).periods(0, 20), SET);

    byHand = byHand.replacedBy(A.profile(12, TxProfile).on(1).level(5).periods(0, 6));
    assertEquals(SetByHand.NOTHING, byHand);
  }

  @Test
  void whatIsOverAndWhatOnlyLowersDoesNotCount() {
    set(A.profile(1, TxDefaultProfile).valid(null, NOW).periods(0, 20), SET);
    set(
        A.profile(2, TxDefaultProfile)
            .level(1)
            .absolute(NOW.minusSeconds(60))
            .lasting(60)
            .periods(0, 20),
        SET);
    set(A.profile(3, ChargePointMaxProfile).absolute(NOW).periods(0, 20), SET);

    assertEquals(0, most());
  }

  @Test
  void wattsMayAllBeDrawnOverOnePhase() {
    set(A.profile(1, TxDefaultProfile).watts(null).periods(0, 3680), SET);

    assertEquals(160, most());
  }
}
