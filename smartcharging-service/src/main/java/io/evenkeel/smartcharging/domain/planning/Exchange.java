package io.evenkeel.smartcharging.domain.planning;

import java.util.SplittableRandom;

/**
 * Betters a plan by exchange: takes a session and some of those in its way out, and puts them back
 * in that order. Kept is what gives more energy, or as much at no more cost.
 */
final class Exchange {

  private static final int TRIES = 12;
  private static final int LARGEST = 4;

  /** Share of the mean need that a trial may lose at the beginning, to get out of dead ends. */
  private static final double TOLERANCE = 0.02;

  /** The same where there are few to exchange with. */
  private static final double TOLERANCE_OF_FEW = 0.05;

  private static final int FEW = 40;

  /** Who is marginal is tried once in so many times. */
  private static final int SELDOM = 4;

  private static final double NOTHING = 1e-6;

  private final LoadTree tree;
  private final Draft draft;
  private final PriceClasses classes;
  private final CellSessions members;
  private final SplittableRandom random = new SplittableRandom(20_08);
  private final int[] group = new int[LARGEST];
  private final int[][] before = new int[LARGEST][];
  private int size;

  /** In watt-hours: a trial may lose so much. */
  private double tolerance;

  /** Who pays as much as it gains: that it is short need not be wrong. */
  private final boolean[] marginal;

  Exchange(Draft draft, PriceClasses classes, Relaxation relaxation) {
    this.draft = draft;
    this.tree = draft.tree;
    this.classes = classes;
    members = new CellSessions(tree, classes);
    marginal = new boolean[tree.sessions];
    for (int i = 0; i < marginal.length; i++) {
      marginal[i] = relaxation.price(i) > 0.97;
    }
  }

  /**
   * Tries to serve those who miss something. A little may be lost on the way, less and less of it;
   * the best plan on the way is what remains.
   */
  void serve(Worth worth, int trials) {
    double mean = draft.requested() / Math.max(1, tree.sessions);
    double first = tree.grouped ? 0 : mean * (tree.sessions <= FEW ? TOLERANCE_OF_FEW : TOLERANCE);
    double shortfall = draft.weightedShortfall();
    double least = shortfall;
    int[][] best = draft.copy();
    int done = 0;
    boolean any = true;
    while (any && done < trials) {
      any = false;
      tolerance = first * Math.max(0, 0.8 - (double) done / trials);
      for (int session = 0; session < tree.sessions && done < trials; session++) {
        if (draft.takesPart(session) && draft.missing(session) > 0) {
          any = true;
          if (!marginal[session] || random.nextInt(SELDOM) == 0) {
            choose(session, true);
            shortfall -= trial(worth, Aim.ENERGY);
            done++;
          }
        }
      }
      if (shortfall < least - NOTHING) {
        least = shortfall;
        best = draft.copy();
      }
    }
    tolerance = 0;
    if (shortfall > least + NOTHING) {
      draft.restore(best);
    }
  }

  /** Everybody, to save money: first alone, then with others. */
  void save(Worth worth, int trials) {
    for (int i = 0; i < trials; i++) {
      int session = i % tree.sessions;
      if (draft.takesPart(session)) {
        choose(session, i / tree.sessions % 3 > 0);
        trial(worth, Aim.MONEY);
      }
    }
  }

  /**
   * Shares what there is more evenly, where that costs neither energy nor money: who has the least
   * share of its need gets as much as those in its way.
   */
  void level(Worth worth, int trials) {
    double mean = 1 - draft.shortfall() / Math.max(NOTHING, draft.requested());
    for (int i = 0; i < trials; i++) {
      int session = i % tree.sessions;
      if (draft.takesPart(session) && hasLessThan(mean, session)) {
        choose(session, true);
        trial(worth, Aim.EVENNESS);
      }
    }
  }

  private boolean hasLessThan(double mean, int session) {
    return draft.delivered[session] < Math.min(1, mean * weight(session)) * tree.need[session];
  }

  /** Its share beside the others' of what is missing; most often 1. */
  private double weight(int session) {
    double weight = tree.instance.sessions().get(session).weight();
    return weight > 0 ? weight : 1;
  }

  /**
   * A session, and for a slot in which it could draw more, somebody from each cell that is full.
   */
  private void choose(int session, boolean others) {
    size = 0;
    group[size++] = session;
    for (int i = 0; others && i < TRIES && size == 1; i++) {
      int offset = random.nextInt(tree.stay(session));
      int more = tree.max[session] - draft.current[session][offset];
      int slot = tree.arrival[session] + offset;
      for (int cell : classes.cellsOf[classes.classOf[session]]) {
        if (size < LARGEST
            && draft.room.left(classes.cells[cell], slot) < more
            && !coveredBy(cell)) {
          int other = drawing(cell, slot);
          if (other >= 0 && !chosen(other)) {
            group[size++] = other;
          }
        }
      }
    }
  }

  /** Whether somebody who was chosen besides the first loads a cell. */
  private boolean coveredBy(int cell) {
    for (int i = 1; i < size; i++) {
      for (int each : classes.cellsOf[classes.classOf[group[i]]]) {
        if (each == cell) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean chosen(int session) {
    for (int i = 0; i < size; i++) {
      if (group[i] == session) {
        return true;
      }
    }
    return false;
  }

  /** Returns what was gained, in watt-hours as they are weighted. */
  private double trial(Worth worth, Aim aim) {
    double had = energy();
    double paid = aim == Aim.ENERGY ? 0 : draft.bill.cost();
    double uneven = aim == Aim.EVENNESS ? unevenness() : 0;
    double share = aim == Aim.EVENNESS ? share() : 1;
    for (int i = 0; i < size; i++) {
      before[i] = draft.current[group[i]];
      draft.remove(group[i]);
    }
    double possible = needed() - had;
    int in = 0;
    while (in < size
        && possible > -NOTHING - tolerance
        && draft.insert(group[in], worth, (in == 0 ? share : 1) * tree.need[group[in]])) {
      possible -= share < 1 ? 0 : missing(group[in]);
      in++;
    }
    if (in == size && share < 1) {
      draft.replan(group[0], worth, tree.need[group[0]]);
    }
    double gained = energy() - had;
    boolean better =
        switch (aim) {
          case ENERGY -> gained > -NOTHING - tolerance;
          case MONEY -> gained > NOTHING || (gained > -NOTHING && draft.bill.cost() <= paid);
          case EVENNESS ->
              gained > -NOTHING && unevenness() < uneven && draft.bill.cost() <= paid + NOTHING;
        };
    if (in == size && better) {
      return gained;
    }
    for (int i = 0; i < in; i++) {
      draft.remove(group[i]);
    }
    for (int i = 0; i < size; i++) {
      draft.put(group[i], before[i]);
    }
    return 0;
  }

  /** What the first would have of its need, were the shares of the group as its weights. */
  private double share() {
    double has = 0;
    double needs = 0;
    for (int i = 0; i < size; i++) {
      has += tree.wattHours(group[i], draft.delivered[group[i]]);
      needs += weight(group[i]) * tree.wattHours(group[i], tree.need[group[i]]);
    }
    return Math.min(1, weight(group[0]) * has / needs);
  }

  private double unevenness() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double missing = draft.missing(group[i]);
      sum += weight(group[i]) * tree.wattHours(group[i], missing) * missing / tree.need[group[i]];
    }
    return sum;
  }

  /** What the group would have at most, as it is weighted. */
  private double needed() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += tree.counts[group[i]] * tree.wattHours(group[i], tree.need[group[i]]);
    }
    return sum;
  }

  private double missing(int session) {
    return tree.counts[session] * tree.wattHours(session, draft.missing(session));
  }

  private double energy() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      int session = group[i];
      sum += tree.counts[session] * tree.wattHours(session, draft.delivered[session]);
    }
    return sum;
  }

  private int drawing(int cell, int slot) {
    int[] candidates = members.of(cell);
    for (int i = 0; i < TRIES; i++) {
      int other = candidates[random.nextInt(candidates.length)];
      int at = slot - tree.arrival[other];
      if (at >= 0 && at < tree.stay(other) && draft.current[other][at] > 0) {
        return other;
      }
    }
    return -1;
  }

  private enum Aim {
    ENERGY,
    MONEY,
    EVENNESS
  }
}
