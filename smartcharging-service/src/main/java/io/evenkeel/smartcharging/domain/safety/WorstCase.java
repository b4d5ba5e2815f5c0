package io.evenkeel.smartcharging.domain.safety;

import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.util.function.IntUnaryOperator;

/** What every cell of a site carries when all connectors draw the most they may. */
public final class WorstCase {

  private final SiteTree tree;
  private final int[] loads;

  private WorstCase(SiteTree tree, int[] loads) {
    this.tree = tree;
    this.loads = loads;
  }

  /**
   * @param worst the most that each connector may draw, by its number
   */
  public static WorstCase of(SiteTree tree, IntUnaryOperator worst) {
    WorstCase sum = new WorstCase(tree, new int[tree.cells()]);
    for (int i = 0; i < tree.connectors(); i++) {
      sum.add(i, worst.applyAsInt(i));
    }
    return sum;
  }

  /** Counts so much more (or less) for a connector. */
  public void add(int connector, int more) {
    for (int cell : tree.cellsOf(connector)) {
      loads[cell] += more;
    }
  }

  /** Whether every cell would still be within its limit with so much more for the connector. */
  public boolean hasRoomFor(int connector, int more) {
    for (int cell : tree.cellsOf(connector)) {
      if (loads[cell] + more > tree.limit(cell)) {
        return false;
      }
    }
    return true;
  }

  public int load(int cell) {
    return loads[cell];
  }

  /** What is left of the limit in each cell; negative where it is exceeded. */
  public int[] left() {
    int[] left = tree.limits();
    for (int cell = 0; cell < left.length; cell++) {
      left[cell] -= loads[cell];
    }
    return left;
  }

  /** Whether no limit can be exceeded, whatever the chargers do. */
  public boolean fits() {
    for (int cell = 0; cell < loads.length; cell++) {
      if (loads[cell] > tree.limit(cell)) {
        return false;
      }
    }
    return true;
  }
}
