package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.messaging.TransactionEvent.ConnectorStatusChanged;
import io.evenkeel.messaging.TransactionEvent.Metered;
import io.evenkeel.messaging.TransactionEvent.TransactionEnded;
import io.evenkeel.messaging.TransactionEvent.TransactionStarted;
import io.evenkeel.messaging.TransactionEvent.WishStated;
import io.evenkeel.ocpp.type.ChargePointStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What transaction-service says, applied to a connector. Everything may be told more than once. */
final class TransactionFacts {

  /** A transaction is under way in these states. */
  private static final Set<ChargePointStatus> DRAWING =
      Set.of(
          ChargePointStatus.Charging,
          ChargePointStatus.SuspendedEV,
          ChargePointStatus.SuspendedEVSE);

  private final Settings settings;

  TransactionFacts(Settings settings) {
    this.settings = settings;
  }

  void apply(ConnectorState state, TransactionEvent event, Instant now) {
    switch (event) {
      case TransactionStarted started -> started(state, started, now);
      case TransactionEnded ended -> ended(state, ended);
      case ConnectorStatusChanged changed -> status(state, changed, now);
      case Metered metered -> metered(state, metered, now);
      case WishStated _ -> {} // what is wanted changes the plan, not what may be drawn
    }
  }

  private void started(ConnectorState state, TransactionStarted started, Instant now) {
    if (state.hasEnded(started.transactionId())) {
      return;
    }
    Session running = state.session();
    if (running != null
        && (running.transactionId() == started.transactionId()
            || started.startedAt().isBefore(running.startedAt()))) {
      return;
    }
    if (running != null) {
      state.ended(running.transactionId());
    }
    boolean live = isClose(started.startedAt(), started.receivedAt());
    begin(
        state,
        new Session(
            started.transactionId(),
            started.startedAt(),
            live,
            false,
            now,
            live ? countsFrom(started) : null));
    if (isDoubtful(started)) {
      state.startDoubtful = true;
      state.chargePoint.unproven();
    }
  }

  /** The charger's own time, unless its clock is ahead; it may have told late. */
  private static Instant countsFrom(TransactionStarted started) {
    return started.startedAt().isBefore(started.receivedAt())
        ? started.startedAt()
        : started.receivedAt();
  }

  /** Told late, or by a clock that is off: who knows. Only what it reads back shows which. */
  private boolean isDoubtful(TransactionStarted started) {
    Duration off = Duration.between(started.startedAt(), started.receivedAt()).abs();
    return off.compareTo(settings.guard().dividedBy(2)) > 0;
  }

  private static void begin(ConnectorState state, Session session) {
    state.exposure(state.exposure().transactionEnded());
    state.forms(state.forms().txUntried());
    state.resendTx = false;
    state.resendTxAt = null;
    state.startDoubtful = false;
    state.session(session);
  }

  private static void ended(ConnectorState state, TransactionEnded ended) {
    state.ended(ended.transactionId());
    Session running = state.session();
    if (running != null && running.transactionId() != ended.transactionId()) {
      return;
    }
    state.session(null);
    state.watch.left();
    state.resendTxAt = null;
    state.startDoubtful = false;
    if (!ended.byEvidence() || !isDrawing(state.status())) {
      state.exposure(state.exposure().transactionEnded());
    }
  }

  private void status(ConnectorState state, ConnectorStatusChanged changed, Instant now) {
    state.status(changed.status());
    Session session = state.session();
    if (session == null && !isDrawing(changed.status())) {
      state.exposure(state.exposure().transactionEnded());
    }
    if (session != null
        && isDrawing(changed.status())
        && changed.at().isAfter(session.startedAt())
        && isClose(changed.at(), now)) {
      state.session(session.alive());
    }
  }

  private void metered(ConnectorState state, Metered metered, Instant now) {
    Measured measured = Measured.of(metered);
    if (measured != null) {
      state.watch.saw(measured, metered.transactionId(), state.session());
      state.learnsFromCar();
      if (isClose(metered.at(), now) && !state.exposure().uncontrolled()) {
        state.obedience.drew(measured.highest(), state.allowed(now), settings, now);
        state.exposure(state.exposure().drawing(state.obedience.counts()));
      }
    }
    Integer transactionId = metered.transactionId();
    if (transactionId == null || !isNews(state, transactionId) || !isClose(metered.at(), now)) {
      return;
    }
    Session session = state.session();
    if (session == null) {
      begin(state, new Session(transactionId, metered.at(), true, false, now, null));
    } else {
      state.session(session.alive());
    }
  }

  /**
   * Whether a reading of this transaction says something new: that it runs. Safe to ask from any
   * thread; a wrong answer only costs a turn of the site.
   */
  static boolean isNews(ConnectorState state, @Nullable Integer transactionId) {
    if (transactionId == null || transactionId <= 0 || state.hasEnded(transactionId)) {
      return false;
    }
    Session session = state.session();
    return session == null || (session.transactionId() == transactionId && !session.live());
  }

  private static boolean isDrawing(@Nullable ChargePointStatus status) {
    return status != null && DRAWING.contains(status);
  }

  private boolean isClose(Instant told, Instant received) {
    return Duration.between(told, received).abs().compareTo(settings.replayedAfter()) <= 0;
  }
}
