package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.allocation.Rank;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** When a site has something to do by itself: a charger to be tried again, a turn that is over. */
final class Wake {
  private Wake() {}

  static @Nullable Instant after(
      Collection<ChargePointState> chargePoints,
      Collection<ConnectorState> connectors,
      Duration turn,
      Instant now) {
    @Nullable Instant wake = null;
    for (ChargePointState chargePoint : chargePoints) {
      if (chargePoint.connected() && chargePoint.silent(now)) {
        wake = earlier(wake, chargePoint.retryAt());
      }
    }
    for (ConnectorState state : connectors) {
      ChargePointState chargePoint = state.chargePoint;
      if (state.readBackDue
          && chargePoint.connected()
          && chargePoint.readsBack()
          && chargePoint.inFlight == null
          && chargePoint.readBackFrom.isAfter(now)) {
        wake = earlier(wake, chargePoint.readBackFrom);
      }
      if (state.resendTxAt != null && state.resendTxAt.isAfter(now)) {
        wake = earlier(wake, state.resendTxAt);
      }
    }
    if (connectors.stream().anyMatch(Wake::waits)) {
      for (ConnectorState state : connectors) {
        Session session = state.session();
        if (session != null && session.live()) {
          wake = earlier(wake, Rank.changesAt(session.served(), session.since(), turn, now));
        }
      }
    }
    return wake;
  }

  private static boolean waits(ConnectorState state) {
    return state.session() != null && state.session().live() && !state.session().served();
  }

  static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
