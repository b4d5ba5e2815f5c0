package io.evenkeel.smartcharging.bench;

import io.evenkeel.smartcharging.bench.Workplace.Supply;
import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadNode.LimitFrom;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A workplace's whole day, known beforehand: cars arrive over six hours, the building draws its own
 * current and has solar power at noon, and the grid operator takes three tenths off in the evening.
 */
final class Day {

  private static final int LATEST_ARRIVAL = 24;
  private static final int EVENING = 36;
  private static final int NIGHT = 48;
  private static final double FEED_IN = 0.06;

  private Day() {}

  /** The same seed gives the same day. */
  static Instance of(int size, Supply supply, long seed) {
    Instance now = Workplace.of(size, supply, seed);
    Random random = new Random(seed);
    List<LoadSession> sessions =
        now.sessions().stream().map(each -> later(each, random.nextInt(LATEST_ARRIVAL))).toList();
    List<LoadNode> nodes = new ArrayList<>(now.nodes());
    nodes.set(0, grid(nodes.getFirst(), now.slots(), random));
    return new Instance(
        "day-" + size,
        now.slots(),
        now.slotMinutes(),
        now.startMinuteOfDay(),
        now.voltage(),
        now.maxPeriods(),
        now.step(),
        nodes,
        now.connectors(),
        sessions,
        new Tariff(now.tariff().pricePerKwh(), FEED_IN, 0));
  }

  private static LoadSession later(LoadSession of, int slots) {
    return new LoadSession(
        of.id(),
        of.connector(),
        of.evPhases(),
        of.min(),
        of.max(),
        slots,
        of.departure() + slots,
        of.energyWh(),
        of.weight(),
        of.servePriority(),
        of.group(),
        of.guaranteedWh(),
        of.maxPeriods());
  }

  /** Carries the building's mean load on top of what there is for charging. */
  private static LoadNode grid(LoadNode root, int slots, Random random) {
    int charging = root.limits().getFirst().l1();
    double middle = charging / 10.0 / 2;
    List<double[]> base = new ArrayList<>();
    for (int phase = 0; phase < 3; phase++) {
      double[] load = new double[slots];
      for (int slot = 0; slot < slots; slot++) {
        double working = slot < EVENING ? 1.3 : 0.7;
        double sun = Math.max(0, 1 - Math.abs(slot - 14) / 14.0);
        double amperes = middle * (working - 1.5 * sun + 0.1 * random.nextDouble());
        load[slot] = Math.rint(amperes * 10) / 10;
      }
      base.add(load);
    }
    int limit = charging + (int) (10 * middle);
    int dimmed = limit * 7 / 10;
    return new LoadNode(
        root.id(),
        null,
        root.kind(),
        List.of(
            new LimitFrom(0, limit, limit, limit),
            new LimitFrom(EVENING, dimmed, dimmed, dimmed),
            new LimitFrom(NIGHT, limit, limit, limit)),
        base,
        null);
  }
}
