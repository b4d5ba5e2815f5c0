package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.live.Strategy.Kind;
import io.evenkeel.smartcharging.domain.planning.Figures;
import io.evenkeel.smartcharging.domain.planning.Planned;
import io.evenkeel.smartcharging.domain.planning.Planner;
import io.evenkeel.smartcharging.domain.planning.SessionPlan;
import io.evenkeel.smartcharging.domain.planning.Why;
import io.evenkeel.smartcharging.domain.problem.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    Foresight fair = new Foresight(site);
    fair.share();
    Strategy strategy = Strategy.of(site, fair.drafts);
    return strategy.kind() == Kind.FAIR
        ? fair.finished(strategy, null)
        : new Foresight(site).planned(strategy, before);
  }

  /**
   * A plan also where a fair share would do, for somebody who wants to know.
   *
   * @param because as in {@link Strategy}
   */
  public static SitePlan ask(LiveSite site, String because) {
    return new Foresight(site).planned(new Strategy(Kind.PLANNED, because), null);
  }

  /** What the instant allocation is expected to come to, if it goes on alone. */
  private void share() {
    for (LiveSession session : site.sessions()) {
      drafts.add(draft(session));
    }
    FairShares.expect(site, grid, drafts);
    drafts.forEach(draft -> draft.enter(grid));
  }

  private SitePlan planned(Strategy strategy, @Nullable SitePlan before) {
    Map<String, Integer> stayOn = stayOn();
    Planned planned = Planner.plan(ProblemWriter.write(site), stayOn);
    take(planned);
    Map<Integer, Double> missed = missed();
    if (!missed.isEmpty()) {
      planned = Planner.plan(ProblemWriter.write(site, missed), stayOn);
      drafts.forEach(draft -> draft.leave(grid));
      drafts.clear();
      take(planned);
    }
    if (!site.tariff().matters()) {
      Surplus.handOut(site, grid, drafts);
    }
    if (before != null) {
      Steady.keep(site, grid, drafts, before);
    }
    return finished(strategy, planned.figures());
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
  }

  /**
   * Who is believed to get all and does not, because a part of the current slot is over: by
   * connector, how much.
   */
  private Map<Integer, Double> missed() {
    Map<Integer, Double> missed = new HashMap<>();
    for (Draft draft : drafts) {
      SessionPlan said = words.get(site.tree().connector(draft.session.connector()).id());
      Need need = Need.of(draft.session, site.at());
      double missing = need.energyWh() - Forecast.of(site, draft, need).energyWh();
      if (said != null && said.shortfallWh() < Forecast.TRIFLE_WH && missing > Forecast.TRIFLE_WH) {
        missed.put(draft.session.connector(), missing);
      }
    }
    return missed;
  }

  private Draft draft(LiveSession session) {
    int departure = SitePlan.departureSlot(site, Need.of(session, site.at()).departure());
    return new Draft(session, departure, grid.cells(session), new int[site.outlook().slots()]);
  }

  private SitePlan finished(Strategy strategy, @Nullable Figures figures) {
    Explainer explainer = new Explainer(site, grid, drafts);
    List<Promise> promises = drafts.stream().map(draft -> promise(draft, explainer)).toList();
    int[][] planned = new int[site.tree().cells()][site.outlook().slots()];
    for (int cell = 0; cell < planned.length; cell++) {
      for (int slot = 0; slot < planned[cell].length; slot++) {
        planned[cell][slot] = grid.load(cell, slot);
      }
    }
    return new SitePlan(site, strategy, promises, planned, figures);
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
