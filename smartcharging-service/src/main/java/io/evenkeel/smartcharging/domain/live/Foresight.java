package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.live.Strategy.Kind;
import io.evenkeel.smartcharging.domain.planning.Figures;
import io.evenkeel.smartcharging.domain.planning.Planned;
import io.evenkeel.smartcharging.domain.planning.Planner;
import io.evenkeel.smartcharging.domain.planning.SessionPlan;
import io.evenkeel.smartcharging.domain.planning.Why;
import io.evenkeel.smartcharging.domain.problem.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plans a live site. Pure: the same site, with the same plan before, gives the same plan. Takes as
 * long as the planner does, so it is for a thread that may wait.
 */
public final class Foresight {

  private final LiveSite site;
  private final LiveGrid grid;
  private final List<Draft> drafts = new ArrayList<>();

  /** What the planner says of its own schedules. */
  private final Map<String, SessionPlan> words = new HashMap<>();

  private Foresight(LiveSite site) {
    this.site = site;
    this.grid = new LiveGrid(site);
  }

  /**
   * @param before the plan that is in force, from which is not departed for a trifle; null: none
   */
  public static SitePlan plan(LiveSite site, @Nullable SitePlan before) {
    return plan(site, before, true);
  }

  private static SitePlan plan(LiveSite site, @Nullable SitePlan before, boolean goingOn) {
    if (site.tariff().matters()) {
      return new Foresight(site).planned(Strategy.MONEY, before);
    }
    Foresight fair = new Foresight(site);
    fair.share(goingOn);
    Strategy strategy = Strategy.of(site, fair.drafts);
    if (strategy.kind() == Kind.FAIR) {
      return fair.finished(strategy, null, Set.of());
    }
    @Nullable SitePlan assured = assured(fair, strategy);
    return assured == null ? new Foresight(site).planned(strategy, before) : assured;
  }

  /** Even levels for those who would be left short, shares for the others; null: not enough. */
  private static @Nullable SitePlan assured(Foresight fair, Strategy strategy) {
    Map<Integer, Integer> levels = new HashMap<>();
    Foresight attempt = fair;
    List<Draft> missed = Strategy.missed(fair.site, fair.drafts);
    while (!missed.isEmpty()) {
      for (Draft draft : missed) {
        int level = evenLevel(fair.site, draft);
        if (level > draft.session.maximum()
            || levels.put(draft.session.connector(), level) != null) {
          return null;
        }
      }
      attempt = new Foresight(fair.site);
      if (!attempt.share(levels)) {
        return null;
      }
      missed = Strategy.missed(fair.site, attempt.drafts);
    }
    return attempt.finished(new Strategy(Kind.ASSURED, strategy.because()), null, levels.keySet());
  }

  /** What gives it all it wants by its departure. */
  private static int evenLevel(LiveSite site, Draft draft) {
    Need need = Need.of(draft.session, site.at());
    double hours =
        Duration.between(site.at(), site.slotStart(draft.departure)).toMillis() / 3_600_000.0;
    double level =
        hours <= 0 ? Integer.MAX_VALUE : need.energyWh() / hours / draft.wattsPerTenth(site);
    return Math.max(draft.session.minimum(), (int) Math.ceil(level));
  }

  /** What would be done with a site that is not as it is: nobody has anything there yet. */
  public static SitePlan ask(LiveSite site) {
    return plan(site, null, false);
  }

  /** What the instant allocation is expected to come to, if it goes on alone. */
  private void share(boolean goingOn) {
    site.sessions().forEach(session -> drafts.add(draft(session)));
    FairShares.expect(site, grid, drafts, goingOn);
    drafts.forEach(draft -> draft.enter(grid));
  }

  /**
   * What it comes to beside these levels, by the number of the connector; false when there is no
   * room for them.
   */
  private boolean share(Map<Integer, Integer> assured) {
    List<Draft> others = new ArrayList<>();
    for (LiveSession session : site.sessions()) {
      Draft draft = draft(session);
      drafts.add(draft);
      @Nullable Integer level = assured.get(session.connector());
      if (level == null) {
        others.add(draft);
        continue;
      }
      for (int slot = 0; slot < draft.departure; slot++) {
        if (grid.room(draft.cells, slot) < level) {
          return false;
        }
        draft.levels[slot] = level;
      }
      draft.enter(grid);
    }
    FairShares.expect(site, grid, others, false);
    others.forEach(draft -> draft.enter(grid));
    // what is too little for anybody else
    Surplus.handOut(site, grid, drafts.stream().filter(draft -> !others.contains(draft)).toList());
    return true;
  }

  private SitePlan planned(Strategy strategy, @Nullable SitePlan before) {
    Map<String, Integer> stayOn = stayOn();
    Planned planned = Planner.plan(ProblemWriter.write(site), stayOn);
    take(planned);
    Map<Integer, Double> missed = missed();
    if (!missed.isEmpty()) {
      take(Planner.plan(ProblemWriter.write(site, missed), stayOn));
    }
    if (!site.tariff().matters()) {
      Surplus.handOut(site, grid, drafts);
    }
    if (before != null) {
      Steady.keep(site, grid, drafts, before);
    }
    Set<Integer> all =
        site.sessions().stream().map(LiveSession::connector).collect(Collectors.toSet());
    return finished(strategy, planned.figures(), all);
  }

  /** The slot before which sessions keep charging that began to lately, per connector id. */
  private Map<String, Integer> stayOn() {
    Map<String, Integer> stayOn = new HashMap<>();
    for (LiveSession session : site.sessions()) {
      Instant until = session.onUntil();
      if (until != null && until.isAfter(site.at())) {
        int last = site.outlook().slotAt(until.minusMillis(1));
        stayOn.put(site.tree().connector(session.connector()).id(), last + 1);
      }
    }
    return stayOn;
  }

  private void take(Planned planned) {
    drafts.forEach(draft -> draft.leave(grid));
    drafts.clear();
    Map<String, List<Period>> schedules = planned.plan().schedules();
    planned.sessions().forEach(session -> words.put(session.session(), session));
    for (LiveSession session : site.sessions()) {
      Draft draft = draft(session);
      String id = site.tree().connector(session.connector()).id();
      draft.levels =
          Levels.of(schedules.getOrDefault(id, List.of()), draft.departure, draft.levels.length);
      draft.enter(grid);
      drafts.add(draft);
    }
    if (!AtOnce.share(site, grid, drafts)) {
      Evening.out(site, grid, drafts);
    }
    MakingUp madeUp = new MakingUp(site, grid);
    drafts.stream()
        .filter(draft -> isBelievedToGetAll(draft) && !draft.mayTip(site))
        .forEach(madeUp::raise);
  }

  private boolean isBelievedToGetAll(Draft draft) {
    SessionPlan said = words.get(site.tree().connector(draft.session.connector()).id());
    return said != null && said.shortfallWh() < Forecast.TRIFLE_WH;
  }

  /**
   * Who is believed to get all and does not, because a part of the current slot is over: by
   * connector, how much.
   */
  private Map<Integer, Double> missed() {
    Map<Integer, Double> missed = new HashMap<>();
    for (Draft draft : drafts) {
      Need need = Need.of(draft.session, site.at());
      double missing = need.energyWh() - Forecast.of(site, draft, need).energyWh();
      if (isBelievedToGetAll(draft) && missing > Forecast.TRIFLE_WH) {
        missed.put(draft.session.connector(), missing);
      }
    }
    return missed;
  }

  private Draft draft(LiveSession session) {
    int departure = SitePlan.departureSlot(site, Need.of(session, site.at()).departure());
    return new Draft(session, departure, grid.cells(session), new int[site.outlook().slots()]);
  }

  private SitePlan finished(Strategy strategy, @Nullable Figures figures, Set<Integer> steered) {
    Explainer explainer = new Explainer(site, grid, drafts);
    List<Promise> promises = drafts.stream().map(draft -> promise(draft, explainer)).toList();
    int[][] planned = new int[site.tree().cells()][site.outlook().slots()];
    for (int cell = 0; cell < planned.length; cell++) {
      for (int slot = 0; slot < planned[cell].length; slot++) {
        planned[cell][slot] = grid.load(cell, slot);
      }
    }
    @Nullable Figures restated =
        figures == null ? null : Restated.of(site, grid, figures, drafts, promises);
    return new SitePlan(site, strategy, promises, planned, restated, steered);
  }

  private Promise promise(Draft draft, Explainer explainer) {
    LiveSession session = draft.session;
    Need need = Need.of(session, site.at());
    Forecast forecast = Forecast.of(site, draft, need);
    double shortfall = Math.max(0, need.energyWh() - forecast.energyWh());
    return new Promise(
        session.connector(),
        session.transactionId(),
        draft.periods(),
        need.departure(),
        session.wish().isStated(),
        need.energyWh(),
        forecast.energyWh(),
        forecast.completesAt(),
        forecast.notBefore(),
        because(explainer.why(draft, 0, need.energyWh(), shortfall), session));
  }

  /** Only the planner reckons with phases that may not differ much. */
  private Because because(Because seen, LiveSession session) {
    SessionPlan said = words.get(site.tree().connector(session.connector()).id());
    return seen instanceof Because.Periods
            && said != null
            && !said.periods().isEmpty()
            && said.periods().getFirst().why() instanceof Why.Imbalance(String node)
        ? new Because.Balance(node)
        : seen;
  }
}
