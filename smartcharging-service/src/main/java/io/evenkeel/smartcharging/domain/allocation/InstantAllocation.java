package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The instant allocation of one slot of a planning problem, for all sessions that are there. A
 * session whose minimum guarantee is not used up counts four times its serve priority, as one that
 * has waited for a turn.
 *
 * @param limits per session id that is there in the slot, in the order of the problem: what it gets
 *     per phase in tenths of an ampere, 0 when it waits; multiples of the problem's step
 * @param reasons of the same sessions: why not more
 */
public record InstantAllocation(Map<String, Integer> limits, Map<String, Reason> reasons) {

  private static final double GUARANTEED = 4;

  /**
   * @param instance must be sound
   * @param slot of its horizon
   */
  public static InstantAllocation of(Instance instance, int slot) {
    InstanceLayout site = InstanceLayout.of(instance);
    Sharing sharing = new Sharing(site.layout(), site.capacity(slot));
    int step = Math.max(1, instance.step());
    for (int i = 0; i < instance.sessions().size(); i++) {
      LoadSession session = instance.sessions().get(i);
      if (session.arrival() <= slot && slot < session.departure()) {
        double priority = session.servePriority() * (session.guaranteedWh() > 0 ? GUARANTEED : 1);
        sharing.put(
            i,
            session.evPhases(),
            Math.max(step, Math.ceilDiv(session.min(), step) * step),
            Math.min(session.max(), site.connectorMaximum(i)) / step * step,
            session.weight(),
            new Rank(session.group(), priority, false, session.arrival()));
      }
    }
    sharing.settle();
    Map<String, Integer> limits = new LinkedHashMap<>();
    Map<String, Reason> reasons = new LinkedHashMap<>();
    for (int i = 0; i < instance.sessions().size(); i++) {
      Reason reason = sharing.reason(i, site);
      if (reason != null) {
        LoadSession session = instance.sessions().get(i);
        boolean byCar =
            reason instanceof Reason.ConnectorMaximum && session.max() < site.connectorMaximum(i);
        limits.put(session.id(), sharing.limit(i) / step * step);
        reasons.put(session.id(), byCar ? new Reason.CarMaximum() : reason);
      }
    }
    return new InstantAllocation(limits, reasons);
  }
}
