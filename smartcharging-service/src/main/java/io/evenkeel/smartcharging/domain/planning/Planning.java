package io.evenkeel.smartcharging.domain.planning;

import io.evenkeel.smartcharging.domain.problem.Tariff;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;

/** One problem on its way to a plan. */
final class Planning {

  private static final int ROUNDS = 30;
  private static final double NOTHING = 1e-3; // Wh

  private final LoadTree tree;
  private final PriceClasses classes;
  private final ImportPrice tariff;
  private final Draft draft;
  private final int[] order;

  Planning(LoadTree tree, int[] stayOn) {
    this.tree = tree;
    classes = new PriceClasses(tree);
    tariff = new ImportPrice(tree, tree.instance.tariff());
    draft = new Draft(tree, tariff.base);
    order = byLaxity();
    new Pledges(draft).make(order, stayOn);
  }

  Planned run() {
    Worth early = Worth.early(tree);
    each(early, session -> tree.need[session]);
    if (!tariff.matters() && draft.shortfall() < NOTHING) {
      return Report.of(draft, 0, draft.bill.cost());
    }
    double value = tariff.matters() ? 1.3 * tariff.dearest : 1;
    Relaxation relaxation = new Relaxation(tree, classes, tariff, value, true);
    relaxation.improve(ROUNDS);
    Worth worth = Worth.priced(tree, relaxation.prices(), tariff.matters() ? 1e-6 : 1e-3);
    Exchange exchange = new Exchange(draft, classes);
    draft.clear();
    if (tariff.demand > 0) {
      draft.ceiling = tariff.ceiling * 1.01;
    }
    each(worth, relaxation::energy);
    each(worth, session -> tree.need[session]);
    each(worth, session -> tree.need[session]);
    if (tariff.demand > 0) {
      exchange.serve(worth, 6 * tree.sessions);
    }
    draft.ceiling = Double.MAX_VALUE;
    each(worth, session -> tree.need[session]);
    exchange.serve(worth, 30 * tree.sessions);
    double shortfall = draft.shortfall();
    double missing = 0;
    if (shortfall > NOTHING) {
      Relaxation free = relaxation;
      if (tariff.matters() || tree.weighted) {
        free = new Relaxation(tree, classes, new ImportPrice(tree, Tariff.free()), 1, false);
        free.improve(ROUNDS);
      }
      missing = free.missing();
    }
    double cost = draft.bill.cost();
    if (tariff.matters()) {
      draft.ceiling = draft.bill.highest();
      exchange.save(worth, 10 * tree.sessions);
      draft.ceiling = Double.MAX_VALUE;
      cost = relaxation.cost(shortfall / tree.wattHours, ROUNDS);
    }
    return Report.of(draft, missing * tree.wattHours, cost);
  }

  private void each(Worth worth, IntToDoubleFunction need) {
    for (int session : order) {
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
        Comparator.comparingDouble((Integer i) -> -tree.value[i])
            .thenComparingDouble(i -> laxity[i]));
    return Arrays.stream(sorted).mapToInt(i -> i).toArray();
  }
}
