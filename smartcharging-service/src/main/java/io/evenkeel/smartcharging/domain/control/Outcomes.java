package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.smartcharging.domain.profile.Form;
import io.evenkeel.smartcharging.domain.profile.ProfileWriter;
import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.safety.Course;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What follows from how a profile was received. */
final class Outcomes {

  /** Errors of a charge point that never does such a thing (OCPP-J 1.6, section 4.2.3). */
  private static final Set<String> NEVER = Set.of("NotImplemented", "NotSupported");

  /** Errors that need not be the schedule's. */
  private static final Set<String> WHATEVER =
      Set.of("InternalError", "GenericError", "ProtocolError", "SecurityError");

  private final Settings settings;

  Outcomes(Settings settings) {
    this.settings = settings;
  }

  /** What is certain after a send. */
  private enum Fate {
    /** The charger holds it. */
    APPLIED,
    /** The charger does not want it. */
    REFUSED,
    /** The charger never got it. */
    NOT_SENT,
    /** The charger may hold it or not. */
    UNCERTAIN
  }

  /** True when the charger holds it. */
  boolean apply(ConnectorState state, Send.Apply send, CommandOutcome outcome, Instant now) {
    Fate fate = fate(outcome);
    boolean stillMeant = stillMeant(state, send.change());
    switch (fate) {
      case APPLIED -> {
        state.chargePoint.answered();
        if (stillMeant && send.life() == state.chargePoint.lives()) {
          accepted(state, send);
        }
      }
      case REFUSED -> {
        if (stillMeant) {
          state.exposure(state.exposure().notApplied(send.change(), send.before()));
          refused(state, send, now);
        }
      }
      case NOT_SENT -> {
        if (stillMeant) {
          state.exposure(state.exposure().notApplied(send.change(), send.before()));
        }
        state.chargePoint.failed(settings, now);
      }
      case UNCERTAIN -> {
        unanswered(state.chargePoint, send.periods(), outcome, now);
        state.chargePoint.failed(settings, now);
      }
    }
    return fate == Fate.APPLIED && send.life() == state.chargePoint.lives();
  }

  /** A schedule of several periods may have been too long: the next one is half as long. */
  private static void unanswered(
      ChargePointState chargePoint, int periods, CommandOutcome outcome, Instant now) {
    PeriodsStood known = chargePoint.learned().periods();
    boolean nonsense =
        outcome.outcome() == CommandOutcome.Outcome.Refused && !WHATEVER.contains(code(outcome));
    chargePoint.learned(
        chargePoint.learned().periods(nonsense ? known.hung(periods) : known.lost(periods, now)));
  }

  private static Fate fate(CommandOutcome outcome) {
    return switch (outcome.outcome()) {
      case Answered ->
          outcome.response() instanceof SetChargingProfile.Response(var status)
              ? switch (status) {
                case Accepted -> Fate.APPLIED;
                case Rejected, NotSupported -> Fate.REFUSED;
              }
              : Fate.UNCERTAIN;
      case Refused -> {
        if (outcome.sentAt() == null) {
          yield Fate.NOT_SENT; // the gateway's word, not the charger's
        }
        yield NEVER.contains(code(outcome)) ? Fate.REFUSED : Fate.UNCERTAIN;
      }
      case Offline -> outcome.sentAt() == null ? Fate.NOT_SENT : Fate.UNCERTAIN;
      case Expired -> Fate.NOT_SENT;
      case TimedOut -> Fate.UNCERTAIN;
    };
  }

  private static String code(CommandOutcome outcome) {
    @Nullable String code = outcome.errorCode();
    return code == null ? "" : code;
  }

  /** What was meant for a transaction that has ended since is void in the charger as well. */
  private static boolean stillMeant(ConnectorState state, Change change) {
    return switch (change) {
      case Change.OfDefault _ -> true;
      case Change.OfTransaction(int transactionId, Course _) -> {
        Session session = state.session();
        yield session != null && session.transactionId() == transactionId;
      }
    };
  }

  private static boolean hasLevel(Change change, int limit) {
    return change.course().steps().stream().anyMatch(step -> step.limit() == limit);
  }

  private static void accepted(ConnectorState state, Send.Apply send) {
    Change change = send.change();
    state.readBackDue = true;
    state.chargePoint.stood(send.periods());
    if (state.chargePoint.zeroDoubted && hasLevel(change, state.minimum())) {
      state.chargePoint.learned(state.chargePoint.learned().refuses(Refusal.ZERO));
      state.chargePoint.zeroDoubted = false;
    }
    state.exposure(state.exposure().accepted(change));
    learnForm(state, change);
    switch (change) {
      case Change.OfDefault _ -> state.resendDefault = false;
      case Change.OfTransaction _ -> state.resendTx = false;
    }
  }

  /** What it took is not what was tried first: what came before was refused. */
  private static void learnForm(ConnectorState state, Change change) {
    Form taken = state.form(change);
    if (state.forms().isFirst(change) || taken.saysPhases()) {
      return; // numberPhases may have been all that was missing
    }
    ChargePointState chargePoint = state.chargePoint;
    Capabilities said = chargePoint.stands();
    if (taken.unit() == ChargingRateUnit.W && Refusal.AMPERES.isAllowedBy(said)) {
      chargePoint.refuses(Refusal.AMPERES);
    }
    if (taken.unit() == ChargingRateUnit.A && !Refusal.AMPERES.isAllowedBy(said)) {
      chargePoint.refuses(Refusal.WATTS);
    }
    if (taken.kind() == ChargingProfileKind.Absolute && said.acceptsRelative()) {
      chargePoint.refuses(Refusal.RELATIVE);
    }
    if (taken.lowest() && said.maxStackLevel() > 0) {
      chargePoint.refuses(Refusal.STACK_LEVELS);
    }
    if (!taken.knowsPhases()
        && said.acceptsNumberPhases()
        && state.connector.phases() != ProfileWriter.UNSAID_PHASES) {
      chargePoint.refuses(Refusal.NUMBER_PHASES);
    }
  }

  /**
   * What the charger refused may be a limit of 0: it is asked for its least current in the same
   * form, where that raises nothing. When it takes that, it is given no 0 any more.
   */
  private void refused(ConnectorState state, Send.Apply send, Instant now) {
    ChargePointState chargePoint = state.chargePoint;
    if (hasLevel(send.change(), 0)
        && chargePoint.acceptsZero()
        && send.before().least(send.change()) >= state.minimum()) {
      chargePoint.zeroDoubted = true;
      return;
    }
    chargePoint.zeroDoubted = false;
    switch (send.change()) {
      case Change.OfDefault _ -> {
        state.forms(state.forms().defaultRejected());
        if (state.forms().noneForDefault(chargePoint)) {
          state.exposure(state.exposure().uncontrolled(true));
        }
      }
      case Change.OfTransaction _ -> {
        state.forms(state.forms().txRejected());
        if (state.steeredByDefault()) {
          chargePoint.refuses(Refusal.TX_PROFILE);
        }
        state.chargePoint.failed(settings, now);
      }
    }
  }
}
