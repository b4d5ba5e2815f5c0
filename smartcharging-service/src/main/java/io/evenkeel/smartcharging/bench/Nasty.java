package io.evenkeel.smartcharging.bench;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadNode.LimitFrom;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.Rotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Small problems that go wherever a planner may stumble: deep trees, all rotations, limits that
 * change, base loads above the limit and below zero, imbalance, stays of no length, cars that
 * cannot charge, coarse steps, one period, prices below zero.
 */
public final class Nasty {

  private static final int VOLTAGE = 230;
  private static final int[] MINUTES = {5, 15, 15, 30, 60};
  private static final int[] STEPS = {1, 1, 1, 5, 10};

  private final Random random;
  private final int slots;

  private Nasty(long seed) {
    this.random = new Random(seed);
    this.slots = 1 + random.nextInt(32);
  }

  /** The same seed gives the same problem. */
  public static Instance of(long seed) {
    return new Nasty(seed).build("nasty-" + seed);
  }

  private Instance build(String id) {
    int slotMinutes = MINUTES[random.nextInt(MINUTES.length)];
    List<LoadNode> nodes = new ArrayList<>();
    int count = 1 + random.nextInt(10);
    for (int i = 0; i < count; i++) {
      nodes.add(node(i));
    }
    List<LoadConnector> connectors = new ArrayList<>();
    List<LoadSession> sessions = new ArrayList<>();
    int places = random.nextInt(14);
    for (int i = 0; i < places; i++) {
      connectors.add(
          new LoadConnector(
              "c" + i,
              "n" + random.nextInt(count),
              Rotation.values()[random.nextInt(Rotation.values().length)],
              chance(60) ? 3 : 1 + random.nextInt(3),
              chance(80) ? 320 : random.nextInt(400)));
      if (chance(90)) {
        sessions.add(session(i, slotMinutes));
      }
    }
    return new Instance(
        id,
        slots,
        slotMinutes,
        random.nextInt(1440),
        VOLTAGE,
        1 + random.nextInt(10),
        STEPS[random.nextInt(STEPS.length)],
        nodes,
        connectors,
        sessions,
        tariff());
  }

  private LoadNode node(int i) {
    // mostly below the one before: deep trees
    @Nullable String parent = i == 0 ? null : "n" + (chance(60) ? i - 1 : random.nextInt(i));
    List<LimitFrom> limits = new ArrayList<>();
    int slot = 0;
    while (slot < slots && limits.size() < 4) {
      int even = random.nextInt(i == 0 ? 1200 : 700);
      limits.add(
          chance(70)
              ? new LimitFrom(slot, even, even, even)
              : new LimitFrom(slot, random.nextInt(700), even, random.nextInt(700)));
      slot += 1 + random.nextInt(slots);
    }
    return new LoadNode(
        "n" + i,
        parent,
        i == 0 ? "GRID" : "CIRCUIT",
        limits,
        chance(40) ? base() : List.of(),
        chance(30) ? random.nextInt(300) : null);
  }

  /** Sometimes alike on all phases, sometimes above every limit, sometimes solar. */
  private List<double[]> base() {
    List<double[]> base = new ArrayList<>();
    double middle = chance(30) ? -40 : chance(20) ? 90 : 10;
    double[] alike = load(middle);
    for (int phase = 0; phase < 3; phase++) {
      base.add(chance(30) ? alike : load(middle));
    }
    return base;
  }

  private double[] load(double middle) {
    double[] load = new double[chance(30) ? 1 : slots];
    for (int slot = 0; slot < load.length; slot++) {
      load[slot] = Math.rint((middle + 30 * (random.nextDouble() - 0.5)) * 1000) / 1000;
    }
    return load;
  }

  private LoadSession session(int i, int slotMinutes) {
    int min = chance(80) ? 60 : 1 + random.nextInt(100);
    int max = chance(95) ? Math.max(min, 60 + random.nextInt(300)) : random.nextInt(min);
    int arrival = chance(50) ? 0 : random.nextInt(slots + 1);
    int departure = arrival + (chance(5) ? 0 : random.nextInt(slots - arrival + 1));
    double most = (departure - arrival) * slotMinutes / 60.0 * max / 10.0 * 3 * VOLTAGE;
    return new LoadSession(
        "s" + i,
        "c" + i,
        1 + random.nextInt(3),
        min,
        max,
        arrival,
        departure,
        chance(5) ? 0 : Math.rint(1.2 * most * random.nextDouble()),
        chance(70) ? 1 : 0.1 + 5 * random.nextDouble(),
        chance(70) ? 1 : 5 * random.nextDouble(),
        chance(80) ? 0 : random.nextInt(5) - 2,
        chance(80) ? 0 : most * random.nextDouble() / 2,
        chance(80) ? null : 1 + random.nextInt(4));
  }

  private Tariff tariff() {
    double[] prices = new double[chance(25) ? 0 : chance(30) ? 1 : slots];
    for (int slot = 0; slot < prices.length; slot++) {
      prices[slot] = Math.rint(1000 * (random.nextDouble() * 0.5 - 0.1)) / 1000;
    }
    return new Tariff(
        prices, chance(50) ? 0 : 0.2 * random.nextDouble(), chance(60) ? 0 : random.nextDouble());
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
