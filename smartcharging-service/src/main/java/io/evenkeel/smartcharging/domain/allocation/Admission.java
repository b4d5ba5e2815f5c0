package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses who is served: in the order given, whoever's minimum fits; then exchanges of one ordinary
 * session for several that wait, as long as that serves more.
 */
final class Admission {

  /** Attempts to exchange; beyond it the greedy choice stands. */
  private static final int MAX_EXCHANGES = 50_000;

  private final SiteTree tree;
  private final int[] left;

  private Admission(SiteTree tree, int[] capacity) {
    this.tree = tree;
    this.left = capacity.clone();
  }

  /**
   * @param reasons takes the reason of everybody who waits
   */
  static List<Demand> admit(
      SiteTree tree, int[] capacity, List<Demand> inOrder, @Nullable Reason[] reasons) {
    Admission admission = new Admission(tree, capacity);
    List<Demand> served = new ArrayList<>(inOrder.size());
    List<Demand> waiting = new ArrayList<>();
    for (Demand demand : inOrder) {
      if (demand.maximum() < demand.minimum()) {
        reasons[demand.connector()] = new Reason.MaximumBelowMinimum();
      } else if (admission.fullCell(demand) < 0) {
        admission.take(demand);
        served.add(demand);
      } else {
        waiting.add(demand);
      }
    }
    admission.exchange(served, waiting);
    for (Demand demand : waiting) {
      int cell = admission.fullCell(demand);
      reasons[demand.connector()] = new Reason.Waiting(tree.node(cell).id(), tree.phase(cell));
    }
    return served;
  }

  private void exchange(List<Demand> served, List<Demand> waiting) {
    int attempts = 0;
    for (int i = served.size() - 1; i >= 0 && !waiting.isEmpty(); i--) {
      attempts += waiting.size();
      if (attempts > MAX_EXCHANGES) {
        return;
      }
      Demand leaving = served.get(i);
      if (leaving.rank().group() != Rank.Group.ORDINARY) {
        continue;
      }
      give(leaving);
      List<Demand> coming = takeAll(waiting);
      if (coming.size() > 1) {
        served.remove(i);
        served.addAll(coming);
        waiting.removeAll(coming);
        waiting.add(leaving);
      } else {
        coming.forEach(this::give);
        take(leaving);
      }
    }
  }

  private List<Demand> takeAll(List<Demand> waiting) {
    List<Demand> taken = new ArrayList<>();
    for (Demand demand : waiting) {
      if (fullCell(demand) < 0) {
        take(demand);
        taken.add(demand);
      }
    }
    return taken;
  }

  /** A cell that has no room for the session's minimum, or -1. */
  private int fullCell(Demand demand) {
    for (int cell : tree.cellsOf(demand.connector())) {
      if (left[cell] < demand.minimum()) {
        return cell;
      }
    }
    return -1;
  }

  private void take(Demand demand) {
    for (int cell : tree.cellsOf(demand.connector())) {
      left[cell] -= demand.minimum();
    }
  }

  private void give(Demand demand) {
    for (int cell : tree.cellsOf(demand.connector())) {
      left[cell] += demand.minimum();
    }
  }
}
