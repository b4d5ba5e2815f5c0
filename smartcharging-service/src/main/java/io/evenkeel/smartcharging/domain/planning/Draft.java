package io.evenkeel.smartcharging.domain.planning;

import org.jspecify.annotations.Nullable;

/** A plan in the making: what each session draws, and what room that leaves. Always feasible. */
final class Draft {

  final LoadTree tree;
  final Room room;
  final Bill bill;
  final int[][] current;
  final double[] delivered;

  /** What a session must not fall below in a slot of its stay; null for nothing. */
  final int[][] pledged;

  /** Import that sessions do not drive the site above, in units of {@link Bill}. */
  double ceiling = Double.MAX_VALUE;

  private final int step;
  private final BestResponse response;

  Draft(LoadTree tree, double[] base) {
    this.tree = tree;
    room = new Room(tree);
    bill = new Bill(tree, base);
    step = Math.max(1, tree.instance.step());
    current = new int[tree.sessions][];
    pledged = new int[tree.sessions][];
    delivered = new double[tree.sessions];
    int longest = 0;
    for (int session = 0; session < tree.sessions; session++) {
      current[session] = new int[tree.stay(session)];
      pledged[session] = current[session];
      longest = Math.max(longest, tree.stay(session));
    }
    response = new BestResponse(longest);
  }

  /** What is missing for a session, in its own energy. */
  double missing(int session) {
    return tree.need[session] - delivered[session];
  }

  /** Whether a session can draw anything at all. */
  boolean takesPart(int session) {
    return current[session].length > 0 && tree.need[session] > 0 && tree.max[session] > 0;
  }

  /** Plans a session anew against what the others leave, unless it had more before. */
  void replan(int session, Worth worth, double need) {
    if (!takesPart(session)) {
      return;
    }
    int[] before = current[session];
    remove(session);
    int[] after = respond(session, worth, need);
    boolean worse =
        after == null || tree.delivered(session, after) < tree.delivered(session, before);
    put(session, after == null || worse ? before : after);
  }

  /** Takes a session out, to be put back before anybody looks. */
  void remove(int session) {
    room.take(session, current[session], -1);
    bill.add(session, current[session], -1);
    delivered[session] = 0;
  }

  /** Puts a session that was taken out back in; false, and out it stays, if nothing is allowed. */
  boolean insert(int session, Worth worth, double need) {
    int[] after = respond(session, worth, need);
    if (after == null) {
      return false;
    }
    put(session, after);
    return true;
  }

  /** Puts a session that was taken out back in with these currents. */
  void put(int session, int[] after) {
    room.take(session, after, 1);
    bill.add(session, after, 1);
    current[session] = after;
    delivered[session] = tree.delivered(session, after);
  }

  private int @Nullable [] respond(int session, Worth worth, double need) {
    int stay = current[session].length;
    int[] most = response.ceiling;
    int[] least = response.floor;
    room.bounds(session, most, least);
    for (int i = 0; i < stay; i++) {
      least[i] = Math.max(least[i], pledged[session][i]);
    }
    if (ceiling < Double.MAX_VALUE) {
      keepBelowCeiling(session, most, least);
    }
    int enough = (int) Math.ceil(need - 1e-9);
    return response.solve(
        stay, tree.min[session], step, tree.periods[session], enough, worth.of(session));
  }

  private void keepBelowCeiling(int session, int[] most, int[] least) {
    int from = tree.arrival[session];
    for (int i = 0; i < current[session].length; i++) {
      int allowed = bill.below(session, from + i, ceiling) / step * step;
      if (allowed < most[i]) {
        int lowered = Math.max(allowed, least[i]);
        most[i] = lowered < tree.min[session] ? 0 : Math.min(most[i], lowered);
      }
    }
  }

  /**
   * Lets a session that has nothing yet draw its minimum in its first slots, while there is room.
   */
  void keepOn(int session, int slots) {
    int[] kept = new int[current[session].length];
    room.bounds(session, response.ceiling, response.floor);
    for (int i = 0; i < Math.min(slots, kept.length); i++) {
      kept[i] = Math.max(tree.min[session], response.floor[i]);
      if (response.ceiling[i] < kept[i]) {
        kept[i] = 0;
        break;
      }
    }
    if (BestResponse.runs(kept, kept.length) <= tree.periods[session]) {
      remove(session);
      put(session, kept);
    }
  }

  /** The plan as it is, to go back to. */
  int[][] copy() {
    return current.clone();
  }

  /** Goes back to a copy. */
  void restore(int[][] copy) {
    for (int session = 0; session < tree.sessions; session++) {
      if (current[session] != copy[session]) {
        remove(session);
      }
    }
    for (int session = 0; session < tree.sessions; session++) {
      if (current[session] != copy[session]) {
        put(session, copy[session]);
      }
    }
  }

  /** Nobody gets more than is pledged. */
  void clear() {
    restore(pledged);
  }

  /** What everybody gets now must stay so at least. */
  void pledge() {
    System.arraycopy(current, 0, pledged, 0, current.length);
  }

  /** In watt-hours. */
  double shortfall() {
    double sum = 0;
    for (int session = 0; session < tree.sessions; session++) {
      sum += tree.wattHours(session, missing(session));
    }
    return sum;
  }

  /** In watt-hours. */
  double requested() {
    double sum = 0;
    for (int session = 0; session < tree.sessions; session++) {
      sum += tree.wattHours(session, tree.need[session]);
    }
    return sum;
  }

  /** In watt-hours, some counting more than others. */
  double weightedShortfall() {
    double sum = 0;
    for (int session = 0; session < tree.sessions; session++) {
      sum += tree.counts[session] * tree.wattHours(session, missing(session));
    }
    return sum;
  }
}
