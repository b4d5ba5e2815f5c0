package io.evenkeel.smartcharging.world;

import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Plans as somebody may make them: anything that fits the nodes, and now and then what does not.
 */
final class Wishes {

  private final Random random;

  Wishes(Random random) {
    this.random = random;
  }

  Map<ConnectorKey, Course> plan(SiteDefinition site, Fuses fuses, Instant now) {
    boolean foolish = random.nextInt(8) == 0;
    boolean knowsCars = random.nextBoolean();
    Map<String, double[]> used = new HashMap<>();
    Map<ConnectorKey, Course> plan = new HashMap<>();
    for (Connector connector : site.connectors()) {
      if (random.nextInt(4) > 0) {
        plan.put(
            connector.key(),
            course(
                connector,
                knowsCars ? fuses.wayOfCar(connector) : fuses.way(connector),
                fuses,
                used,
                foolish,
                now));
      }
    }
    return plan;
  }

  private Course course(
      Connector connector,
      List<String> way,
      Fuses fuses,
      Map<String, double[]> used,
      boolean foolish,
      Instant now) {
    List<Course.Step> steps = new ArrayList<>();
    int limit = 0;
    int first = Slots.at(now);
    int last = Math.min(Slots.COUNT, first + 20);
    for (int slot = first; slot < last; slot++) {
      if (slot == first || random.nextInt(3) == 0) {
        limit = random.nextInt(3) == 0 ? 0 : 60 + random.nextInt(connector.maximum() - 59);
      }
      double room = foolish ? 1000 : room(way, fuses, used, slot);
      int fits = (int) Math.min(limit, Math.floor(room * 10));
      int taken = fits < 60 ? 0 : fits;
      for (String cell : way) {
        used.computeIfAbsent(cell, _ -> new double[Slots.COUNT + 1])[slot] += taken / 10.0;
      }
      steps.add(new Course.Step(slot == first ? Instant.MIN : Slots.begin(slot), taken));
    }
    return Course.of(steps, Slots.begin(last));
  }

  private static double room(List<String> way, Fuses fuses, Map<String, double[]> used, int slot) {
    double room = Double.MAX_VALUE;
    for (String cell : way) {
      String node = cell.substring(0, cell.length() - 2);
      Phase phase = Phase.valueOf(cell.substring(cell.length() - 2));
      double[] taken = used.getOrDefault(cell, new double[Slots.COUNT + 1]);
      room = Math.min(room, fuses.limit(node, phase, slot) - taken[slot]);
    }
    return room;
  }
}
