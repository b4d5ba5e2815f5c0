package io.evenkeel.smartcharging.domain.planning;

import static io.evenkeel.smartcharging.domain.planning.SiteCapacity.PHASES;

import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.site.Phase;
import java.util.ArrayList;
import java.util.List;

/** Finds out why each session gets no more, from what the others leave. */
final class Explanation {

  private static final double NOTHING = 1e-6;

  private final Draft draft;
  private final LoadTree tree;
  private final GroupLoad groups;
  private final int[] most;
  private final int[] least;

  Explanation(Draft draft) {
    this.draft = draft;
    tree = draft.tree;
    groups = new GroupLoad(draft);
    most = new int[tree.slots];
    least = new int[tree.slots];
  }

  SessionPlan of(int session) {
    LoadSession asked = tree.instance.sessions().get(session);
    double missing = tree.wattHours(session, draft.missing(session));
    return new SessionPlan(
        asked.id(),
        asked.energyWh(),
        asked.energyWh() - missing,
        missing,
        completeAt(session),
        periods(session));
  }

  private @org.jspecify.annotations.Nullable Integer completeAt(int session) {
    double rest = tree.need[session];
    int slot = tree.arrival[session];
    for (int each : draft.current[session]) {
      if (rest <= NOTHING) {
        break;
      }
      rest -= each;
      slot++;
    }
    return rest <= NOTHING ? slot : null;
  }

  private List<SessionPlan.Explained> periods(int session) {
    int[] current = draft.current[session];
    List<SessionPlan.Explained> periods = new ArrayList<>();
    draft.room.take(session, current, -1);
    draft.room.bounds(session, most, least);
    for (int start = 0; start < current.length; ) {
      int end = start;
      while (end < current.length && current[end] == current[start]) {
        end++;
      }
      Why why = why(session, start, end);
      periods.add(new SessionPlan.Explained(tree.arrival[session] + start, current[start], why));
      start = end;
    }
    draft.room.take(session, current, 1);
    return periods;
  }

  private Why why(int session, int start, int end) {
    int level = draft.current[session][start];
    if (tree.need[session] <= NOTHING) {
      return new Why.NeedMet();
    }
    if (tree.max[session] == 0) {
      return new Why.MinimumAboveMaximum();
    }
    if (level == tree.max[session]) {
      int car = tree.instance.sessions().get(session).max();
      return car <= tree.connectorMax[session] ? new Why.Car() : new Why.Connector();
    }
    boolean served = draft.missing(session) <= NOTHING;
    if (served && dearer(session, start, end)) {
      return new Why.Price();
    }
    for (int i = start; i < end; i++) {
      if (most[i] <= level) {
        return full(session, i, level);
      }
    }
    return served ? new Why.NeedMet() : new Why.Periods();
  }

  private boolean dearer(int session, int start, int end) {
    int from = tree.arrival[session];
    double paid = 0;
    double energy = 0;
    for (int i = 0; i < draft.current[session].length; i++) {
      paid += draft.current[session][i] * draft.bill.price(from + i);
      energy += draft.current[session][i];
    }
    double price = 0;
    for (int i = start; i < end; i++) {
      price += draft.bill.price(from + i);
    }
    return price / (end - start) > paid / energy + NOTHING;
  }

  /** The session itself is taken out of the room. */
  private Why full(int session, int offset, int level) {
    int slot = tree.arrival[session] + offset;
    int tightest = -1;
    int left = Math.max(level + 1, tree.min[session]);
    for (int cell : tree.cells[session]) {
      if (draft.room.left(cell, slot) < left) {
        left = draft.room.left(cell, slot);
        tightest = cell;
      }
    }
    if (tightest < 0) {
      return unbalanced(session);
    }
    String node = tree.instance.nodes().get(tightest / PHASES).id();
    Phase phase = Phase.values()[tightest % PHASES];
    return groups.higherThan(session, tightest, slot)
        ? new Why.Priority(node, phase)
        : new Why.NodeFull(node, phase);
  }

  private Why unbalanced(int session) {
    for (int node = tree.node[session]; node >= 0; node = tree.site.parent[node]) {
      if (tree.instance.nodes().get(node).maxImbalance() != null) {
        return new Why.Imbalance(tree.instance.nodes().get(node).id());
      }
    }
    return new Why.Periods();
  }
}
