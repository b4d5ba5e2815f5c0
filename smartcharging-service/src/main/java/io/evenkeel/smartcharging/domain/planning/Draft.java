package io.evenkeel.smartcharging.domain.planning;

import java.util.Arrays;

/** A plan in the making: what each session draws, and what room that leaves. Always feasible. */
final class Draft {

  final LoadTree tree;
  final Room room;
  final int[][] current;
  final double[] delivered;
  final int[] stayOn;

  /** Slots that sessions rather take have more worth: per session and slot of the stay. */
  private final BestResponse response;

  Draft(LoadTree tree, int[] stayOn) {
    this.tree = tree;
    this.stayOn = stayOn;
    room = new Room(tree);
    current = new int[tree.sessions][];
    delivered = new double[tree.sessions];
    int longest = 0;
    for (int session = 0; session < tree.sessions; session++) {
      current[session] = new int[tree.stay(session)];
      longest = Math.max(longest, tree.stay(session));
    }
    response = new BestResponse(longest);
  }

  /** What is missing for a session, in its own energy. */
  double missing(int session) {
    return tree.need[session] - delivered[session];
  }

  /**
   * Plans a session anew against what the others leave.
   *
   * @return whether it has changed
   */
  boolean replan(int session, Worth worth) {
    int[] before = current[session];
    int stay = before.length;
    if (stay == 0 || tree.need[session] <= 0) {
      return false;
    }
    room.take(session, before, -1);
    room.bounds(session, response.ceiling, response.floor);
    mustStayOn(session);
    worth.of(session, response.worth);
    int[] after =
        response.solve(
            stay,
            tree.min[session],
            Math.max(1, tree.instance.step()),
            tree.periods[session],
            (int) Math.ceil(tree.need[session] - 1e-9));
    if (after == null || tree.delivered(session, after) < delivered[session]) {
      after = before;
    }
    put(session, after);
    return after != before && !Arrays.equals(after, before);
  }

  private void mustStayOn(int session) {
    int min = tree.min[session];
    for (int i = 0; i < stayOn[session] - tree.arrival[session]; i++) {
      if (i >= response.floor.length || response.ceiling[i] < min) {
        return;
      }
      response.floor[i] = Math.max(response.floor[i], min);
    }
  }

  private void put(int session, int[] after) {
    room.take(session, after, 1);
    current[session] = after;
    delivered[session] = tree.delivered(session, after);
  }

  /** In watt-hours. */
  double shortfall() {
    double sum = 0;
    for (int session = 0; session < tree.sessions; session++) {
      sum += tree.wattHours(session, missing(session));
    }
    return sum;
  }
}
