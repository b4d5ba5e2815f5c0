package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.domain.live.Promise;
import io.evenkeel.smartcharging.domain.live.SitePlan;
import io.evenkeel.smartcharging.domain.planning.Figures;
import io.evenkeel.smartcharging.domain.problem.Period;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.WallClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan of a site. Lists of three are L1, L2, L3; what is over time has a value for each slot.
 *
 * @param state how it stands with it
 * @param start when the first slot begins
 * @param figures absent when nothing was optimised
 */
public record PlanDocument(
    String id,
    StateDocument state,
    @Nullable Instant madeAt,
    @Nullable Instant start,
    @Nullable Integer slotSeconds,
    @Nullable Integer slots,
    @Nullable FiguresDocument figures,
    List<PlannedNode> nodes,
    List<PlannedConnector> connectors) {

  /**
   * How it stands with a site's plan.
   *
   * @param strategy FAIR, ASSURED or PLANNED; absent while the first plan is being made
   * @param because why so
   * @param health NONE, NOT_NEEDED, IN_FORCE, NOT_FOLLOWED, LATE or FAILED; in a what-if
   *     HYPOTHETICAL
   * @param ageSeconds of the last plan that was made
   * @param tookMs to make it
   */
  public record StateDocument(
      @Nullable String strategy,
      @Nullable String because,
      String health,
      String message,
      @Nullable Long ageSeconds,
      @Nullable Long tookMs) {}

  /**
   * How good it is.
   *
   * @param shortfallWh what will be missing at the departures, counted from when it was made
   * @param gapPercent at most so much less could be missing, in % of what is wanted
   * @param currency of the prices, ISO 4217
   * @param cost of the site's import over the horizon, base load and demand charge included
   * @param chargingCost what of it is due to charging: less what the base load alone would cost
   * @param costGapPercent at most so much less could it cost, in % of the cost
   * @param leastSatisfaction the smallest share of its need that a session gets
   * @param jain Jain's index of these shares
   */
  public record FiguresDocument(
      BigDecimal neededWh,
      BigDecimal shortfallWh,
      BigDecimal gapPercent,
      String currency,
      BigDecimal cost,
      BigDecimal chargingCost,
      BigDecimal costGapPercent,
      BigDecimal leastSatisfaction,
      BigDecimal jain) {}

  /**
   * A node over time, in amperes per phase and slot.
   *
   * @param forChargingA what it may carry for charging
   * @param plannedA what charging draws by the plan
   * @param mayBeDrawnA the most that may be drawn, whatever the chargers do; absent in a what-if
   * @param measuredA what was last seen, now; absent in a what-if. The past is in the history
   */
  public record PlannedNode(
      String id,
      @Nullable String parent,
      String kind,
      List<List<BigDecimal>> forChargingA,
      List<List<BigDecimal>> plannedA,
      @Nullable List<List<BigDecimal>> mayBeDrawnA,
      @Nullable List<BigDecimal> measuredA) {}

  /**
   * A session's schedule.
   *
   * @param departure when it is believed to go
   * @param stated whether the driver said when to go or how much is wanted
   * @param neededWh what it still wants
   * @param forecastWh what it gets of it by then
   * @param completesAt when it has all of it; absent when it has not by its departure
   * @param notBefore when it could have all of it at the earliest if it stayed longer
   */
  public record PlannedConnector(
      String id,
      String chargePoint,
      int connectorId,
      String node,
      int transactionId,
      Instant departure,
      boolean stated,
      BigDecimal neededWh,
      BigDecimal forecastWh,
      BigDecimal shortfallWh,
      @Nullable Instant completesAt,
      @Nullable Instant notBefore,
      List<StepDocument> schedule,
      PlanWhy why) {}

  /** From a moment on, per phase. */
  public record StepDocument(Instant from, BigDecimal limitA) {}

  /** None yet. */
  static PlanDocument none(String id, StateDocument state) {
    return new PlanDocument(id, state, null, null, null, null, null, List.of(), List.of());
  }

  static PlanDocument of(
      StateDocument state, SitePlan plan, String currency, @Nullable Present present) {
    var outlook = plan.site().outlook();
    return new PlanDocument(
        plan.site().tree().definition().id(),
        state,
        plan.madeAt(),
        outlook.start(),
        (int) outlook.slot().toSeconds(),
        outlook.slots(),
        figures(plan, currency),
        nodes(plan, present),
        plan.promises().stream().map(promise -> connector(plan, promise, present)).toList());
  }

  /**
   * What is known beside the plan.
   *
   * @param mayBeDrawn per cell and slot of the plan, in tenths of an ampere
   * @param measured per cell, in A
   * @param lags of transactions that have not what is desired
   */
  record Present(int[][] mayBeDrawn, List<BigDecimal> measured, Map<Integer, LagDocument> lags) {}

  static StateDocument hypothetical(SitePlan plan, Duration took) {
    return new StateDocument(
        plan.strategy().kind().name(),
        plan.strategy().because(),
        "HYPOTHETICAL",
        "Nothing of this was sent",
        0L,
        took.toMillis());
  }

  private static @Nullable FiguresDocument figures(SitePlan plan, String currency) {
    Figures figures = plan.figures();
    if (figures == null) {
      return null;
    }
    return new FiguresDocument(
        rounded(plan.promises().stream().mapToDouble(Promise::neededWh).sum(), 0),
        rounded(plan.promises().stream().mapToDouble(Promise::shortfallWh).sum(), 0),
        rounded(figures.gap(), 3),
        currency,
        rounded(figures.cost(), 4),
        rounded(figures.chargingCost(), 4),
        rounded(figures.costGap(), 3),
        rounded(figures.leastSatisfaction(), 4),
        rounded(figures.jain(), 4));
  }

  private static List<PlannedNode> nodes(SitePlan plan, @Nullable Present present) {
    List<PlannedNode> nodes = new ArrayList<>();
    List<Node> described = plan.site().tree().definition().nodes();
    for (int i = 0; i < described.size(); i++) {
      Node node = described.get(i);
      int cell = i * Phase.COUNT;
      nodes.add(
          new PlannedNode(
              node.id(),
              node.parent(),
              node.kind(),
              amperes(plan.site().outlook().capacity(), cell),
              amperes(plan.planned(), cell),
              present == null ? null : amperes(present.mayBeDrawn(), cell),
              present == null ? null : present.measured().subList(cell, cell + Phase.COUNT)));
    }
    return nodes;
  }

  private static List<List<BigDecimal>> amperes(int[][] cells, int first) {
    List<List<BigDecimal>> phases = new ArrayList<>();
    for (int phase = 0; phase < Phase.COUNT; phase++) {
      phases.add(Arrays.stream(cells[first + phase]).mapToObj(Amperes::of).toList());
    }
    return phases;
  }

  private static PlannedConnector connector(
      SitePlan plan, Promise promise, @Nullable Present present) {
    Connector connector = plan.site().tree().connector(promise.connector());
    return new PlannedConnector(
        connector.id(),
        connector.key().chargePoint(),
        connector.key().connectorId(),
        connector.node(),
        promise.transactionId(),
        promise.departure(),
        promise.stated(),
        rounded(promise.neededWh(), 0),
        rounded(promise.forecastWh(), 0),
        rounded(promise.shortfallWh(), 0),
        promise.completesAt(),
        promise.notBefore(),
        schedule(plan, promise),
        PlanWhy.of(promise, plan, wall(plan))
            .but(present == null ? null : present.lags().get(promise.transactionId())));
  }

  private static WallClock wall(SitePlan plan) {
    return new WallClock(plan.site().tree().definition().terms().timeZone());
  }

  private static List<StepDocument> schedule(SitePlan plan, Promise promise) {
    List<StepDocument> steps = new ArrayList<>();
    for (Period period : promise.periods()) {
      steps.add(
          new StepDocument(plan.site().slotStart(period.start()), Amperes.of(period.limit())));
    }
    return steps;
  }

  private static BigDecimal rounded(double value, int decimals) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP)
        : BigDecimal.ZERO;
  }
}
