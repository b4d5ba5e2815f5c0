package io.evenkeel.smartcharging.domain.planning;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A problem laid out flat for reckoning. Energy of a session is counted in tenths of an ampere on
 * each of its phases times slots; {@link #wattHours} converts. Only cells that can bind are kept:
 * one that carries all that its sessions and the cells below could draw is left out.
 */
final class LoadTree {

  final Instance instance;
  final SiteCapacity site;
  final int slots;
  final int sessions;

  /** Watt-hours of a tenth of an ampere on one phase in one slot. */
  final double wattHours;

  final int[] arrival;
  final int[] departure;
  final int[] min;
  final int[] max;
  final int[] phases;
  final int[] periods;

  /** Bit p is set when the session loads grid phase p. */
  final int[] phaseMask;

  final int[] node;

  /** Energy asked for. */
  final double[] need;

  /** Per session the binding cells on its path, from the leaf to the root. */
  final int[][] cells;

  final int[] connectorMax;

  /** What a unit of a session's energy is worth beside others': by its group and its priority. */
  final double[] value;

  /** What it counts when plans are compared: groups strictly one after the other. */
  final double[] counts;

  /** Whether there are several groups. */
  final boolean grouped;

  /** Whether they count differently. */
  final boolean weighted;

  LoadTree(Instance instance) {
    this.instance = instance;
    site = new SiteCapacity(instance);
    slots = instance.slots();
    sessions = instance.sessions().size();
    wattHours = instance.voltage() * instance.slotHours() / 10;
    arrival = new int[sessions];
    departure = new int[sessions];
    min = new int[sessions];
    max = new int[sessions];
    phases = new int[sessions];
    periods = new int[sessions];
    phaseMask = new int[sessions];
    node = new int[sessions];
    need = new double[sessions];
    connectorMax = new int[sessions];
    Map<String, LoadConnector> connectors = new HashMap<>();
    instance.connectors().forEach(connector -> connectors.put(connector.id(), connector));
    for (int i = 0; i < sessions; i++) {
      LoadSession session = instance.sessions().get(i);
      LoadConnector connector = connectors.get(session.connector());
      if (connector == null) {
        throw new IllegalArgumentException("sessions[" + i + "].connector names no connector");
      }
      add(i, session, connector);
    }
    value = SessionValues.of(instance);
    counts = SessionValues.strict(instance);
    grouped = instance.sessions().stream().mapToInt(LoadSession::group).distinct().count() > 1;
    weighted = Arrays.stream(value).anyMatch(each -> each != 1);
    cells = new BindingCells(this).ofSessions();
  }

  private void add(int i, LoadSession session, LoadConnector connector) {
    int step = Math.max(1, instance.step());
    Integer node = site.index.get(connector.node());
    if (node == null) {
      throw new IllegalArgumentException("connector " + connector.id() + " is at no node");
    }
    this.node[i] = node;
    arrival[i] = Math.clamp(session.arrival(), 0, slots);
    departure[i] = Math.clamp(session.departure(), arrival[i], slots);
    min[i] = Math.max(1, Math.ceilDiv(session.min(), step) * step);
    connectorMax[i] = connector.max();
    int most = Math.min(session.max(), connector.max()) / step * step;
    max[i] = most < min[i] ? 0 : most;
    phases[i] = Math.min(session.evPhases(), connector.phases());
    for (int phase = 0; phase < phases[i]; phase++) {
      phaseMask[i] |= 1 << connector.rotation().grid(phase).ordinal();
    }
    Integer own = session.maxPeriods();
    periods[i] = Math.max(1, own == null ? instance.maxPeriods() : own);
    need[i] = phases[i] == 0 ? 0 : Math.max(0, session.energyWh()) / (wattHours * phases[i]);
  }

  int stay(int session) {
    return departure[session] - arrival[session];
  }

  /** In watt-hours, of so much energy of a session. */
  double wattHours(int session, double energy) {
    return energy * phases[session] * wattHours;
  }

  /** What a session gets that is planned like this, never more than it asked for. */
  double delivered(int session, int[] current) {
    long sum = 0;
    for (int each : current) {
      sum += each;
    }
    return Math.min(need[session], sum);
  }
}
