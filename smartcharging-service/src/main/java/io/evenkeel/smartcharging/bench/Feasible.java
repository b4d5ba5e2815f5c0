package io.evenkeel.smartcharging.bench;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Turns a problem into one in which everybody can have all that is wanted: draws a block of time
 * and a current at random for one session after the other, as far as there is room, and lets it
 * want just that. Phases need not be in balance.
 */
final class Feasible {

  private static final int TRIES = 4;

  private final Instance instance;
  private final Flows flows;
  private final Map<String, LoadNode> nodes = new HashMap<>();
  private final Random random;

  private Feasible(Instance instance, long seed) {
    this.instance = instance;
    this.flows = new Flows(instance);
    this.random = new Random(seed);
    instance.nodes().forEach(node -> nodes.put(node.id(), node));
  }

  static Instance of(Instance instance, long seed) {
    Feasible feasible = new Feasible(instance, seed);
    List<LoadSession> sessions = new ArrayList<>();
    for (LoadSession session : instance.sessions()) {
      for (int i = 0; i < TRIES; i++) {
        double energy = feasible.draw(session);
        if (energy > 0) {
          sessions.add(wanting(session, energy));
          break;
        }
      }
    }
    return new Instance(
        instance.id() + "-feasible",
        instance.slots(),
        instance.slotMinutes(),
        instance.startMinuteOfDay(),
        instance.voltage(),
        instance.maxPeriods(),
        instance.step(),
        instance.nodes().stream().map(Feasible::withoutBalance).toList(),
        instance.connectors(),
        sessions,
        instance.tariff());
  }

  private double draw(LoadSession session) {
    int stay = session.departure() - session.arrival();
    if (stay < 1) {
      return 0;
    }
    int length = 1 + random.nextInt(Math.min(stay, 16));
    int start = session.arrival() + random.nextInt(stay - length + 1);
    long room = Math.min(session.max(), flows.connector(session).max());
    for (int slot = start; slot < start + length; slot++) {
      room = Math.min(room, room(session, slot));
    }
    int current = (int) (room / instance.step()) * instance.step();
    if (current < session.min()) {
      return 0;
    }
    for (int slot = start; slot < start + length; slot++) {
      flows.draw(session, slot, current);
    }
    // a watt-hour less: nobody needs the last digit
    return Math.floor(
        (double) current
                * flows.phases(session)
                * length
                * instance.voltage()
                * instance.slotMinutes()
                / 600
            - 1);
  }

  private long room(LoadSession session, int slot) {
    LoadConnector connector = flows.connector(session);
    long room = Long.MAX_VALUE;
    @Nullable LoadNode at = nodes.get(connector.node());
    while (at != null) {
      for (int wire = 0; wire < flows.phases(session); wire++) {
        int phase = "RST".indexOf(connector.rotation().name().charAt(wire));
        long left =
            Flows.limit(at, phase, slot)
                - Math.max(0, flows.base(at, phase, slot))
                - flows.charging(at, phase, slot);
        room = Math.min(room, left / Flows.TENTH);
      }
      at = at.parent() == null ? null : nodes.get(at.parent());
    }
    return Math.max(0, room);
  }

  private static LoadNode withoutBalance(LoadNode node) {
    return new LoadNode(node.id(), node.parent(), node.kind(), node.limits(), node.base(), null);
  }

  private static LoadSession wanting(LoadSession session, double energyWh) {
    return new LoadSession(
        session.id(),
        session.connector(),
        session.evPhases(),
        session.min(),
        session.max(),
        session.arrival(),
        session.departure(),
        energyWh,
        session.weight(),
        session.servePriority(),
        0,
        0,
        session.maxPeriods());
  }
}
