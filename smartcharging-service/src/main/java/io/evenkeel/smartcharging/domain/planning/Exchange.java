package io.evenkeel.smartcharging.domain.planning;

import java.util.SplittableRandom;

/**
 * Betters a plan by exchange: takes a session and some of those in its way out, and puts them back
 * in that order. Kept is what gives more energy, or as much at no more cost.
 */
final class Exchange {

  private static final int TRIES = 12;
  private static final int LARGEST = 4;

  private final LoadTree tree;
  private final Draft draft;
  private final PriceClasses classes;
  private final CellSessions members;
  private final SplittableRandom random = new SplittableRandom(20_08);
  private final int[] group = new int[LARGEST];
  private final int[][] before = new int[LARGEST][];
  private int size;

  Exchange(Draft draft, PriceClasses classes) {
    this.draft = draft;
    this.tree = draft.tree;
    this.classes = classes;
    members = new CellSessions(tree, classes);
  }

  /** Those who miss something, again and again, in so many trials. */
  void serve(Worth worth, int trials) {
    int done = 0;
    boolean any = true;
    while (any && done < trials) {
      any = false;
      for (int session = 0; session < tree.sessions && done < trials; session++) {
        if (draft.takesPart(session) && draft.missing(session) > 0) {
          any = true;
          done++;
          choose(session, 2 + random.nextInt(2));
          trial(worth, false);
        }
      }
    }
  }

  /** Everybody, to save money: first alone, then with others. */
  void save(Worth worth, int trials) {
    for (int i = 0; i < trials; i++) {
      int session = i % tree.sessions;
      if (draft.takesPart(session)) {
        choose(session, 1 + i / tree.sessions % 3);
        trial(worth, true);
      }
    }
  }

  private void choose(int session, int wanted) {
    size = 0;
    group[size++] = session;
    for (int i = 0; i < TRIES && size < wanted; i++) {
      int other = inTheWay(session);
      if (other >= 0 && !chosen(other)) {
        group[size++] = other;
      }
    }
  }

  private boolean chosen(int session) {
    for (int i = 0; i < size; i++) {
      if (group[i] == session) {
        return true;
      }
    }
    return false;
  }

  private void trial(Worth worth, boolean money) {
    double had = energy();
    double paid = money ? draft.bill.cost() : 0;
    for (int i = 0; i < size; i++) {
      before[i] = draft.current[group[i]];
      draft.remove(group[i]);
    }
    int in = 0;
    while (in < size && draft.insert(group[in], worth, tree.need[group[in]])) {
      in++;
    }
    double gained = in == size ? energy() - had : -1;
    if (gained > 1e-6 || (gained > -1e-6 && (!money || draft.bill.cost() <= paid))) {
      return;
    }
    for (int i = 0; i < in; i++) {
      draft.remove(group[i]);
    }
    for (int i = 0; i < size; i++) {
      draft.put(group[i], before[i]);
    }
  }

  private double energy() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      int session = group[i];
      sum += tree.value[session] * tree.wattHours(session, draft.delivered[session]);
    }
    return sum;
  }

  /** Somebody who draws from the fullest cell in a slot in which the session could draw more. */
  private int inTheWay(int session) {
    int offset = random.nextInt(tree.stay(session));
    int slot = tree.arrival[session] + offset;
    int fullest = -1;
    int least = tree.max[session] - draft.current[session][offset];
    for (int cell : classes.cellsOf[classes.classOf[session]]) {
      int left = draft.room.left(classes.cells[cell], slot);
      if (left < least) {
        least = left;
        fullest = cell;
      }
    }
    if (fullest < 0) {
      return -1;
    }
    int[] candidates = members.of(fullest);
    for (int i = 0; i < TRIES; i++) {
      int other = candidates[random.nextInt(candidates.length)];
      int at = slot - tree.arrival[other];
      if (at >= 0 && at < tree.stay(other) && draft.current[other][at] > 0) {
        return other;
      }
    }
    return -1;
  }
}
