package io.evenkeel.smartcharging.bench;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The highest sum of serve priorities that can be served at once, by trying all sets of sessions.
 * For some twenty sessions.
 */
final class ServedPriority {

  private final List<LoadSession> sessions = new ArrayList<>();
  private final List<List<int[]>> loads = new ArrayList<>();
  private final List<long[]> left = new ArrayList<>();
  private final double[] rest;
  private double best;

  private ServedPriority(Instance instance, int slot) {
    Flows flows = new Flows(instance);
    Map<String, LoadNode> nodes = new HashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (LoadNode node : instance.nodes()) {
      numbers.put(node.id(), left.size());
      nodes.put(node.id(), node);
      long[] capacity = new long[3];
      for (int phase = 0; phase < 3; phase++) {
        capacity[phase] =
            Math.max(0, Flows.limit(node, phase, slot) - flows.base(node, phase, slot));
      }
      left.add(capacity);
    }
    instance.sessions().stream()
        .filter(session -> session.arrival() <= slot && slot < session.departure())
        .filter(session -> least(instance, session) <= most(instance, flows, session))
        .sorted(Comparator.comparingDouble(session -> -session.servePriority()))
        .forEach(
            session -> {
              sessions.add(session);
              List<int[]> cells = new ArrayList<>();
              @Nullable LoadNode at = nodes.get(flows.connector(session).node());
              while (at != null) {
                for (int wire = 0; wire < flows.phases(session); wire++) {
                  char letter = flows.connector(session).rotation().name().charAt(wire);
                  cells.add(
                      new int[] {
                        numbers.getOrDefault(at.id(), 0),
                        "RST".indexOf(letter),
                        least(instance, session)
                      });
                }
                at = at.parent() == null ? null : nodes.get(at.parent());
              }
              loads.add(cells);
            });
    rest = new double[sessions.size() + 1];
    for (int i = sessions.size() - 1; i >= 0; i--) {
      rest[i] = rest[i + 1] + sessions.get(i).servePriority();
    }
  }

  static double best(Instance instance, int slot) {
    ServedPriority search = new ServedPriority(instance, slot);
    search.search(0, 0);
    return search.best;
  }

  private static int least(Instance instance, LoadSession session) {
    return Math.ceilDiv(session.min(), instance.step()) * instance.step();
  }

  private static int most(Instance instance, Flows flows, LoadSession session) {
    int most = Math.min(session.max(), flows.connector(session).max());
    return most / instance.step() * instance.step();
  }

  private void search(int next, double served) {
    best = Math.max(best, served);
    if (next == sessions.size() || served + rest[next] <= best + 1e-9) {
      return;
    }
    if (take(next, 1)) {
      search(next + 1, served + sessions.get(next).servePriority());
    }
    take(next, -1);
    search(next + 1, served);
  }

  /** Whether there was room for it everywhere; it is taken or given back either way. */
  private boolean take(int session, int sign) {
    boolean room = true;
    for (int[] cell : loads.get(session)) {
      long[] capacity = left.get(cell[0]);
      capacity[cell[1]] -= (long) sign * cell[2] * Flows.TENTH;
      room &= capacity[cell[1]] >= 0;
    }
    return room;
  }
}
