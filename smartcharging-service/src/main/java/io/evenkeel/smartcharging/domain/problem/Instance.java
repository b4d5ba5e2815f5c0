package io.evenkeel.smartcharging.domain.problem;

import java.util.List;

/**
 * A planning problem: a tree of three-phase limits that vary over time, and the sessions that want
 * energy from it. Currents are whole tenths of an ampere. Sound when {@link InstanceRules} finds
 * nothing.
 *
 * @param slots length of the horizon
 * @param slotMinutes length of a slot in minutes
 * @param startMinuteOfDay when slot 0 begins, minutes after midnight; nothing is reckoned with it
 * @param voltage between a phase and neutral, in V
 * @param maxPeriods most periods of a schedule, where a session does not say otherwise
 * @param step currents are multiples of it
 */
public record Instance(
    String id,
    int slots,
    int slotMinutes,
    int startMinuteOfDay,
    int voltage,
    int maxPeriods,
    int step,
    List<LoadNode> nodes,
    List<LoadConnector> connectors,
    List<LoadSession> sessions,
    Tariff tariff) {

  public Instance {
    nodes = List.copyOf(nodes);
    connectors = List.copyOf(connectors);
    sessions = List.copyOf(sessions);
  }

  /** Length of a slot in hours. */
  public double slotHours() {
    return slotMinutes / 60.0;
  }
}
