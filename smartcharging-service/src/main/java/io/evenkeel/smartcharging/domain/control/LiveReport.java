package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.forecast.Surroundings;
import io.evenkeel.smartcharging.domain.live.LiveSession;
import io.evenkeel.smartcharging.domain.live.LiveSite;
import io.evenkeel.smartcharging.domain.live.Wish;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.safety.Grid;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.SiteTerms;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what a plan is made from. */
final class LiveReport {

  /**
   * A charger that stands one period only is told period by period: its plan need not be poorer for
   * that.
   */
  private static final int TOLD_STEP_BY_STEP = 10;

  /** What a car got for so short a time, before there was a plan for it, is no turn yet. */
  private static final Duration FIRST_MOMENTS = Duration.ofMinutes(1);

  private LiveReport() {}

  private static @Nullable Instant onUntil(
      ConnectorState state, Session session, Duration turn, Instant now) {
    Course plan = state.plan();
    boolean settled =
        (plan != null && plan.at(now) > 0) || !now.isBefore(session.since().plus(FIRST_MOMENTS));
    return session.served() && settled ? session.since().plus(turn) : null;
  }

  static LiveSite of(
      SiteTree tree,
      Surroundings surroundings,
      Outlook outlook,
      List<ConnectorState> connectors,
      Settings settings,
      Instant now) {
    Grid grid = Grid.of(outlook);
    Map<Integer, int[]> reserved = new HashMap<>();
    List<LiveSession> sessions = new ArrayList<>();
    for (ConnectorState state : connectors) {
      Session session = state.session();
      if (!state.governed(now)) {
        reserved.put(state.number, slots(state.exposure().worst(grid), outlook));
      } else if (session != null && session.live()) {
        sessions.add(session(state, session, tree.definition().terms(), settings, now));
      }
    }
    return new LiveSite(
        tree, now, outlook, tariff(tree, surroundings, outlook), reserved, sessions);
  }

  private static int[] slots(int[] levels, Outlook outlook) {
    int[] slots = new int[outlook.slots()];
    for (int slot = 0; slot < slots.length; slot++) {
      slots[slot] = Grid.at(levels, slot);
    }
    return slots;
  }

  private static Tariff tariff(SiteTree tree, Surroundings surroundings, Outlook outlook) {
    SiteTerms terms = tree.definition().terms();
    return new Tariff(
        surroundings.prices().of(outlook.start(), outlook.slot(), outlook.slots()),
        terms.feedInPerKwh(),
        terms.demandChargePerKw());
  }

  private static LiveSession session(
      ConnectorState state, Session session, SiteTerms terms, Settings settings, Instant now) {
    int periods =
        Math.max(
            state.chargePoint.capabilities().maxSchedulePeriods(),
            state.periodsToTry(settings, now));
    return new LiveSession(
        state.number,
        session.transactionId(),
        session.startedAt(),
        state.phasesLoaded(),
        state.minimum(),
        state.wanted(),
        state.desiredTx().at(now),
        onUntil(state, session, settings.turn(), now),
        periods > 1 ? periods : TOLD_STEP_BY_STEP,
        0,
        Wish.NONE,
        new LiveSession.Habit(
            session.startedAt().plus(terms.defaultStay()), terms.defaultEnergyWh()));
  }
}
