package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.smartcharging.domain.composite.Comparison;
import io.evenkeel.smartcharging.domain.composite.Comparison.Difference;
import io.evenkeel.smartcharging.domain.composite.Comparison.Verdict;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.safety.HeldCourse;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads back what a charger makes of its profiles after each change (OCPP 1.6 section 5.7), and
 * what follows: a charger that answers right has shown that it keeps time, one that does not is
 * given one period at a time, one that insists on more than it was given counts at what it says.
 */
final class ReadBacks {

  private static final Duration AT_LEAST = Duration.ofHours(1);
  private static final Duration BEYOND = Duration.ofMinutes(2);
  private static final Duration AT_MOST = Duration.ofDays(2);

  /** So often in a row nothing comes of it until it is given up. */
  private static final int REFUSALS = 3;

  private static final Set<String> NEVER = Set.of("NotImplemented", "NotSupported");

  private final Settings settings;
  private final Expected expected;

  ReadBacks(Settings settings, int voltage) {
    this.settings = settings;
    this.expected = new Expected(settings, voltage);
  }

  /** What is to be asked of a charge point now; null: nothing. */
  Send.@Nullable ReadBack next(ChargePointState chargePoint, Instant now) {
    if (chargePoint.inFlight != null
        || !chargePoint.readsBack()
        || now.isBefore(chargePoint.readBackFrom)) {
      return null;
    }
    for (ConnectorState state : chargePoint.connectors) {
      if (state.readBackDue && isCertain(state)) {
        chargePoint.readBackFrom = now.plus(settings.readBackPause());
        Send.ReadBack send = ask(state, now);
        chargePoint.inFlight = send;
        return send;
      }
    }
    return null;
  }

  private static boolean isCertain(ConnectorState state) {
    HeldCourse held = state.exposure().ofTransaction();
    if (!state.exposure().ofDefault().confirmed() || (held != null && !held.confirmed())) {
      return false;
    }
    Session session = state.session();
    return !isSchedule(state) || (session != null && session.countsFrom() != null);
  }

  private Send.ReadBack ask(ConnectorState state, Instant now) {
    HeldCourse held = state.exposure().ofTransaction();
    Duration ahead = AT_LEAST;
    if (held != null) {
      Course course = held.high();
      Instant last = course.end() == null ? course.steps().getLast().from() : course.end();
      if (last.isAfter(now)) {
        ahead = Duration.between(now, last).plus(BEYOND);
      }
    }
    int seconds = (int) Math.clamp(ahead.toSeconds(), AT_LEAST.toSeconds(), AT_MOST.toSeconds());
    ChargingRateUnit unit =
        state.chargePoint.stands().rateUnits().contains(ChargingRateUnit.A)
            ? ChargingRateUnit.A
            : ChargingRateUnit.W;
    return new Send.ReadBack(
        state.connector.key(),
        state.exposure(),
        now,
        state.chargePoint.lives(),
        new GetCompositeSchedule.Request(state.connector.key().connectorId(), seconds, unit));
  }

  void apply(ConnectorState state, Send.ReadBack send, CommandOutcome outcome, Instant now) {
    ChargePointState chargePoint = state.chargePoint;
    if (outcome.outcome() != Outcome.Answered && outcome.outcome() != Outcome.Refused) {
      chargePoint.readBackFailures++;
      chargePoint.readBackFrom = now.plus(settings.pauseAfter(chargePoint.readBackFailures));
      if (outcome.outcome() == Outcome.TimedOut) {
        refused(chargePoint, 1);
      }
      return;
    }
    if (!Objects.equals(send.before().ofTransaction(), state.exposure().ofTransaction())
        || !send.before().ofDefault().equals(state.exposure().ofDefault())
        || send.life() != chargePoint.lives()
        || !isCertain(state)) {
      return; // something else counts by now
    }
    if (outcome.response() instanceof GetCompositeSchedule.Response response) {
      judge(state, send, response);
    } else {
      String code = outcome.errorCode();
      refused(chargePoint, code != null && NEVER.contains(code) ? REFUSALS : 1);
    }
  }

  private void judge(
      ConnectorState state, Send.ReadBack send, GetCompositeSchedule.Response response) {
    Comparison sinceAsked = expected.compared(state, send, unstarted(response));
    // a start by its own clock may be wrong in the same way as that of the transaction: what agrees
    // only with it is no contradiction, and no proof
    Comparison comparison =
        sinceAsked.agrees() ? sinceAsked : expected.compared(state, send, response);
    ChargePointState chargePoint = state.chargePoint;
    if (comparison.verdict() == Verdict.SILENT) {
      refused(chargePoint, 1);
      return;
    }
    chargePoint.readBackFailures = 0;
    chargePoint.readBackRefusals = 0;
    if (comparison.agrees()) {
      state.readBackDue = false;
      state.differences = 0;
      state.obedience.readsRight();
      if (!sinceAsked.agrees()) {
        chargePoint.unproven();
      } else if (chargePoint.learned().timekeeping() == Timekeeping.UNPROVEN
          && noOtherIsDoubtful(state)
          && saysWhen(state, send, response)) {
        proven(state);
      }
      return;
    }
    String words = String.join("; ", comparison.words());
    if (isSchedule(state)) {
      chargePoint.readBackWords = words;
      chargePoint.learned(chargePoint.learned().timekeeping(Timekeeping.FAILED));
    } else if (comparison.verdict() == Verdict.MORE && ++state.differences > 1) {
      state.obedience.claims(highest(comparison), "It reads back more than it holds: " + words);
    }
    state.readBackDue = comparison.verdict() == Verdict.MORE && state.differences <= 1;
  }

  /** Without the start that it names: as if it began when it was asked. */
  private static GetCompositeSchedule.Response unstarted(GetCompositeSchedule.Response response) {
    ChargingSchedule said = response.chargingSchedule();
    return said == null
        ? response
        : new GetCompositeSchedule.Response(
            response.status(),
            response.connectorId(),
            null,
            new ChargingSchedule(
                said.duration(),
                null,
                said.chargingRateUnit(),
                said.chargingSchedulePeriod(),
                said.minChargingRate()));
  }

  /**
   * A schedule that came with the transaction's start proves nothing: it may count from either. It
   * is sent once more when these are far enough apart.
   */
  private void proven(ConnectorState state) {
    Session session = state.session();
    Instant start = session == null ? null : session.countsFrom();
    if (start == null) {
      return;
    }
    Instant tellsApart = start.plus(settings.guard().multipliedBy(2));
    if (state.txSentAt.isBefore(tellsApart)) {
      state.resendTxAt = tellsApart;
    } else {
      state.startDoubtful = false;
      state.changed = true;
      Learned learned = state.chargePoint.learned();
      state.chargePoint.learned(learned.timekeeping(Timekeeping.PROVEN));
    }
  }

  /** One connector's schedule proves nothing of a transaction that began who knows when. */
  private static boolean noOtherIsDoubtful(ConnectorState state) {
    return state.chargePoint.connectors.stream()
        .noneMatch(other -> other.startDoubtful && other.number != state.number);
  }

  /**
   * It said when the first change comes, and was right. That the limits agree is not enough: what
   * changes by a hair agrees at any time.
   */
  private boolean saysWhen(
      ConnectorState state, Send.ReadBack send, GetCompositeSchedule.Response response) {
    ChargingSchedule said = response.chargingSchedule();
    int change = expected.firstChange(state, send);
    if (said == null || change == 0) {
      return false;
    }
    long tolerance = settings.guard().toSeconds() / 2;
    return (said.duration() == null || said.duration() > change)
        && said.chargingSchedulePeriod().stream()
            .skip(1)
            .anyMatch(period -> Math.abs(period.startPeriod() - change) <= tolerance);
  }

  private static boolean isSchedule(ConnectorState state) {
    HeldCourse held = state.exposure().ofTransaction();
    return held != null && !(held.high().isLevel() && held.high().end() == null);
  }

  private static int highest(Comparison comparison) {
    int highest = 0;
    for (Difference difference : comparison.differences()) {
      Integer answered = difference.answered();
      highest = Math.max(highest, answered == null ? 0 : answered);
    }
    return highest;
  }

  private static void refused(ChargePointState chargePoint, int weight) {
    chargePoint.readBackRefusals += weight;
    if (chargePoint.readBackRefusals >= REFUSALS) {
      chargePoint.readBackWords = "It does not read its schedules back";
      chargePoint.learned(
          chargePoint.learned().refuses(Refusal.READING_BACK).timekeeping(Timekeeping.FAILED));
    }
  }
}
