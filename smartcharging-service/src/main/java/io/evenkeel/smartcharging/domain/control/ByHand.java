package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.ChargePointEvent.ProfileChanged;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.messaging.TransactionEvent.TransactionEnded;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.smartcharging.domain.composite.SetByHand;
import io.evenkeel.smartcharging.domain.profile.ProfileWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows when somebody else changed the profiles of a charge point: theirs count with what
 * may be drawn, and those of ours that they replaced or cleared count as gone and are sent again.
 */
final class ByHand {

  private final int voltage;

  ByHand(int voltage) {
    this.voltage = voltage;
  }

  void apply(ChargePointState chargePoint, ProfileChanged changed) {
    if (SetByHand.isRefused(changed.response())) {
      return;
    }
    List<Integer> ids =
        chargePoint.connectors.stream().map(state -> state.connector.key().connectorId()).toList();
    chargePoint.byHand(chargePoint.byHand().after(changed.request(), changed.response(), ids));
    // an answer to one of ours that is on its way may be older than the change
    chargePoint.disturbed();
    for (ConnectorState state : chargePoint.connectors) {
      if (touchesOurs(state, changed)) {
        state.exposure(state.exposure().rebooted());
        state.resendDefault = true;
        state.resendTx = state.session() != null;
      }
      count(state, changed.receivedAt());
    }
  }

  private static boolean touchesOurs(ConnectorState state, ProfileChanged changed) {
    int connector = state.connector.key().connectorId();
    int level = state.chargePoint.capabilities().maxStackLevel();
    return switch (changed.request()) {
      case SetChargingProfile.Request(int connectorId, ChargingProfile profile) ->
          isOurId(connector, profile.chargingProfileId())
              || (connectorId == connector
                  && profile.stackLevel() == level
                  && profile.chargingProfilePurpose()
                      != ChargingProfilePurpose.ChargePointMaxProfile);
      case ClearChargingProfile.Request clear ->
          clear.id() != null
              ? isOurId(connector, clear.id())
              : (clear.connectorId() == null || clear.connectorId() == connector)
                  && (clear.stackLevel() == null || clear.stackLevel() == level)
                  && clear.chargingProfilePurpose() != ChargingProfilePurpose.ChargePointMaxProfile;
      default -> false; // a transaction that begins has none of ours yet
    };
  }

  private static boolean isOurId(int connectorId, int id) {
    return id == ProfileWriter.defaultProfileId(connectorId)
        || id == ProfileWriter.transactionProfileId(connectorId);
  }

  /** One of ours was accepted, or not: theirs may be replaced, or under it. */
  void completed(ConnectorState state, Send.Apply ours, boolean accepted, Instant now) {
    if (accepted) {
      state.chargePoint.byHand(state.chargePoint.byHand().replacedBy(ours.request()));
    }
    count(state, now);
  }

  void apply(ConnectorState state, TransactionEvent event, Instant now) {
    if (event instanceof TransactionEnded ended) {
      SetByHand before = state.chargePoint.byHand();
      state.chargePoint.byHand(
          before.transactionEnded(
              ended.connectorId(), ended.transactionId(), state.session() == null));
    }
    count(state, now);
  }

  private void count(ConnectorState state, Instant now) {
    SetByHand byHand = state.chargePoint.byHand();
    if (byHand.isEmpty() && state.exposure().conduct().byHand() == 0) {
      return;
    }
    @Nullable Session session = state.session();
    boolean underOurs = state.exposure().ofDefault().confirmed();
    state.exposure(
        state
            .exposure()
            .byHand(
                byHand.most(
                    new SetByHand.At(
                        state.connector.key().connectorId(),
                        session == null ? null : Integer.valueOf(session.transactionId()),
                        state::hasEnded,
                        underOurs
                            ? Integer.valueOf(state.chargePoint.capabilities().maxStackLevel())
                            : null),
                    voltage,
                    now)));
  }
}
