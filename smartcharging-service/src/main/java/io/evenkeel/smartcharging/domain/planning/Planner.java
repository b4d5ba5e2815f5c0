package io.evenkeel.smartcharging.domain.planning;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import java.util.Map;

/**
 * Plans over a horizon (section 2b of the problem statement): as little energy missing as possible,
 * then as cheap as possible, then as early as possible. Pure and deterministic: the same problem
 * gives the same plan.
 */
public final class Planner {

  private Planner() {}

  /**
   * A feasible plan, and how far from the best it can be at most.
   *
   * @param instance a sound problem
   * @throws IllegalArgumentException when a connector or node that is named does not exist
   */
  public static Planned plan(Instance instance) {
    return plan(instance, Map.of());
  }

  /**
   * How much there is to plan: the places where a period may begin, squared, of all sessions. Some
   * twenty million take a processor a second.
   */
  public static long work(Instance instance) {
    long work = 0;
    for (LoadSession session : instance.sessions()) {
      long places = CutPoints.most(session.departure() - session.arrival());
      work += places * places;
    }
    return work;
  }

  /**
   * A plan that does not switch off who charges now.
   *
   * @param stayOnUntil per session id the slot before which it draws at least its minimum, as far
   *     as there is room
   */
  public static Planned plan(Instance instance, Map<String, Integer> stayOnUntil) {
    LoadTree tree = new LoadTree(instance);
    int[] stayOn = new int[tree.sessions];
    for (int i = 0; i < stayOn.length; i++) {
      LoadSession session = instance.sessions().get(i);
      stayOn[i] = stayOnUntil.getOrDefault(session.id(), 0);
    }
    return new Planning(tree, stayOn).run();
  }
}
