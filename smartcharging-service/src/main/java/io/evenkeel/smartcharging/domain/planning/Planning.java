package io.evenkeel.smartcharging.domain.planning;

import java.util.Arrays;
import java.util.Comparator;

/** One problem on its way to a plan. */
final class Planning {

  private static final int ROUNDS = 40;

  private final LoadTree tree;
  private final Draft draft;

  Planning(LoadTree tree, int[] stayOn) {
    this.tree = tree;
    draft = new Draft(tree, stayOn);
  }

  Planned run() {
    Worth early = Worth.early(tree);
    for (int session : byLaxity()) {
      draft.replan(session, early);
    }
    PriceClasses classes = new PriceClasses(tree);
    ShortfallBound bound = new ShortfallBound(tree, classes);
    double shortfall = draft.shortfall();
    if (shortfall > 0) {
      bound.improve(bound.prices, shortfall, ROUNDS);
    }
    return Report.of(draft, bound.wattHours());
  }

  /** Who has the least time to spare comes first. */
  private int[] byLaxity() {
    double[] laxity = new double[tree.sessions];
    for (int i = 0; i < laxity.length; i++) {
      laxity[i] = tree.stay(i) - tree.need[i] / Math.max(1, tree.max[i]);
    }
    Integer[] order = new Integer[tree.sessions];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.comparing((Integer i) -> -tree.instance.sessions().get(i).group())
            .thenComparing((Integer i) -> laxity[i]));
    return Arrays.stream(order).mapToInt(i -> i).toArray();
  }
}
