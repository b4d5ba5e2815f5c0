package io.evenkeel.smartcharging.domain.planning;

import io.evenkeel.smartcharging.domain.problem.Tariff;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;

/** One problem on its way to a plan. */
final class Planning {

  private static final double NOTHING = 1e-3; // Wh

  /** Energy is worth so many times what it costs at most: money comes second. */
  private static final double ABOVE_PRICE = 1.3;

  /** Currents are no fluid: they need a little more import at once. */
  private static final double ABOVE_CEILING = 1.01;

  /** Where that is not enough the ceiling is lifted so often by so much, before there is none. */
  private static final int LIFTS = 10;

  private static final double LIFT = 1.01;

  /** A demand charge is what all slots share: money takes so many times the effort. */
  private static final int HARDER = 3;

  private final LoadTree tree;
  private final PriceClasses classes;
  private final ImportPrice tariff;
  private final Draft draft;
  private final int[] order;
  private final Effort effort;

  Planning(LoadTree tree, int[] stayOn) {
    this.tree = tree;
    effort = Effort.of(tree);
    classes = new PriceClasses(tree);
    tariff = new ImportPrice(tree, tree.instance.tariff());
    draft = new Draft(tree, tariff.base);
    order = byLaxity();
    new Pledges(draft).make(order, stayOn);
  }

  Planned run() {
    each(Worth.early(tree), session -> tree.need[session]);
    if (!tariff.matters() && draft.shortfall() < NOTHING) {
      return Report.of(draft, 0, draft.bill.cost());
    }
    double value = tariff.matters() ? ABOVE_PRICE * tariff.dearest : 1;
    ImportPrice guide = tariff.matters() ? tariff : ImportPrice.early(tree);
    Relaxation relaxation = new Relaxation(tree, classes, guide, value, true);
    relaxation.improve(effort.rounds());
    Worth worth = Worth.priced(tree, relaxation.prices(), tariff.matters() ? 1e-6 : 1e-3);
    Exchange exchange = new Exchange(draft, classes, relaxation);
    buildAnew(relaxation, worth, exchange);
    boolean dear = tariff.matters() && draft.shortfall() > NOTHING;
    Relaxation nearest = dear ? timely(relaxation) : relaxation;
    exchange.serve(dear ? buildTimely(nearest) : worth, effort.serving() * tree.sessions);
    if (draft.shortfall() > NOTHING) {
      exchange.level(worth, effort.levelling() * tree.sessions);
    }
    double shortfall = draft.shortfall();
    double missing = shortfall < NOTHING ? 0 : missing(nearest);
    double cost = draft.bill.cost();
    if (tariff.matters()) {
      int harder = tariff.demand > 0 ? HARDER : 1;
      save(worth, exchange, harder * effort.saving() * tree.sessions);
      cost = relaxation.cost(shortfall / tree.wattHours, harder * effort.bounding());
    }
    return Report.of(draft, missing, cost);
  }

  /**
   * Each gets what the fluid gives it, so that nobody takes what another one needs more, and then
   * what is left. Import stays below what the fluid needs, before those still short may raise it,
   * little by little.
   */
  private void buildAnew(Relaxation relaxation, Worth worth, Exchange exchange) {
    int[][] early = draft.copy();
    double shortfall = draft.weightedShortfall();
    draft.clear();
    if (tariff.demand > 0) {
      draft.ceiling = tariff.ceiling * ABOVE_CEILING;
    }
    fill(relaxation, worth);
    if (tariff.demand > 0) {
      exchange.serve(worth, effort.below() * tree.sessions);
      for (int i = 0; i < LIFTS && draft.shortfall() > NOTHING; i++) {
        draft.ceiling *= LIFT;
        each(worth, session -> tree.need[session]);
      }
      draft.ceiling = Double.MAX_VALUE;
      each(worth, session -> tree.need[session]);
    }
    if (!tariff.matters() && draft.weightedShortfall() > shortfall) {
      draft.restore(early);
    }
  }

  /**
   * Where not all can have theirs, energy comes before money: builds once more as if only time
   * cost, keeps what misses less, and goes on with these prices.
   */
  private Worth buildTimely(Relaxation relaxation) {
    int[][] cheap = draft.copy();
    double shortfall = draft.weightedShortfall();
    Worth worth = Worth.priced(tree, relaxation.prices(), 1e-3);
    draft.clear();
    fill(relaxation, worth);
    if (draft.weightedShortfall() > shortfall) {
      draft.restore(cheap);
    }
    return worth;
  }

  private Relaxation timely(Relaxation priced) {
    ImportPrice early = ImportPrice.early(tree);
    Relaxation relaxation = new Relaxation(tree, classes, early, 1, true).after(priced);
    relaxation.improve(effort.again());
    return relaxation;
  }

  private void save(Worth worth, Exchange exchange, int trials) {
    draft.ceiling = draft.bill.highest();
    exchange.save(worth, trials);
    draft.ceiling = Double.MAX_VALUE;
  }

  /** The bound on missing energy, in watt-hours; all energy counts the same there. */
  private double missing(Relaxation nearest) {
    ImportPrice free = new ImportPrice(tree, Tariff.free());
    Relaxation relaxation = new Relaxation(tree, classes, free, 1, false).after(nearest);
    relaxation.improve(effort.again());
    return relaxation.missing() * tree.wattHours;
  }

  /** What the fluid gives, and then what is left; one group after the other. */
  private void fill(Relaxation relaxation, Worth worth) {
    for (int from = 0, to; from < order.length; from = to) {
      int group = group(order[from]);
      for (to = from; to < order.length && group(order[to]) == group; ) {
        to++;
      }
      each(from, to, worth, relaxation::energy);
      each(from, to, worth, session -> tree.need[session]);
      each(from, to, worth, session -> tree.need[session]);
    }
  }

  private int group(int session) {
    return tree.instance.sessions().get(session).group();
  }

  private void each(Worth worth, IntToDoubleFunction need) {
    each(0, order.length, worth, need);
  }

  private void each(int from, int to, Worth worth, IntToDoubleFunction need) {
    for (int i = from; i < to; i++) {
      int session = order[i];
      if (draft.missing(session) > 0) {
        draft.replan(session, worth, need.applyAsDouble(session));
      }
    }
  }

  /** Who counts most comes first, then who has the least time to spare. */
  private int[] byLaxity() {
    double[] laxity = new double[tree.sessions];
    for (int i = 0; i < laxity.length; i++) {
      laxity[i] = tree.stay(i) - tree.need[i] / Math.max(1, tree.max[i]);
    }
    Integer[] sorted = new Integer[tree.sessions];
    Arrays.setAll(sorted, i -> i);
    Arrays.sort(
        sorted,
        Comparator.comparingInt((Integer i) -> -group(i))
            .thenComparingDouble(i -> -tree.value[i])
            .thenComparingDouble(i -> laxity[i]));
    return Arrays.stream(sorted).mapToInt(i -> i).toArray();
  }
}
