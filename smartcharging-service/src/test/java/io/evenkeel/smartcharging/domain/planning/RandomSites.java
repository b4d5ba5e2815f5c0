package io.evenkeel.smartcharging.domain.planning;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.Rotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small sites of every kind: deep trees, odd phases, load above the limit, imbalance, prices. */
final class RandomSites {

  private final Random random;
  private final int slots;
  private final List<LoadNode> nodes = new ArrayList<>();
  private final List<LoadConnector> connectors = new ArrayList<>();
  private final List<LoadSession> sessions = new ArrayList<>();

  private RandomSites(long seed) {
    random = new Random(seed);
    slots = 4 + random.nextInt(40);
  }

  static Instance of(long seed) {
    return new RandomSites(seed).build(seed);
  }

  private Instance build(long seed) {
    int size = 1 + random.nextInt(6);
    for (int i = 0; i < size; i++) {
      nodes.add(node(i));
    }
    int cars = 1 + random.nextInt(14);
    for (int i = 0; i < cars; i++) {
      Rotation rotation = Rotation.values()[random.nextInt(6)];
      String node = "n" + random.nextInt(size);
      int most = 60 + random.nextInt(261);
      connectors.add(new LoadConnector("c" + i, node, rotation, 1 + random.nextInt(3), most));
      sessions.add(session(i));
    }
    int step = random.nextInt(4) == 0 ? 10 : 1;
    int periods = 1 + random.nextInt(10);
    return new Instance(
        "r" + seed, slots, 15, 480, 230, periods, step, nodes, connectors, sessions, tariff());
  }

  private LoadNode node(int i) {
    List<LoadNode.LimitFrom> limits = new ArrayList<>();
    for (int slot = 0; slot < slots; slot += 1 + random.nextInt(slots)) {
      limits.add(new LoadNode.LimitFrom(slot, limit(), limit(), limit()));
    }
    List<double[]> base = random.nextInt(3) == 0 ? List.of(base(), base(), base()) : List.of();
    Integer imbalance = random.nextInt(5) == 0 ? 100 + random.nextInt(100) : null;
    String parent = i == 0 ? null : "n" + random.nextInt(i);
    return new LoadNode("n" + i, parent, "PANEL", limits, base, imbalance);
  }

  private int limit() {
    return random.nextInt(5) == 0 ? random.nextInt(120) : random.nextInt(1200);
  }

  private double[] base() {
    double[] base = new double[random.nextInt(3) == 0 ? 1 : slots];
    for (int i = 0; i < base.length; i++) {
      base[i] = Math.round(random.nextDouble() * 300 - 60) / 10.0;
    }
    return base;
  }

  private LoadSession session(int i) {
    int arrival = random.nextInt(slots);
    int departure = arrival + random.nextInt(slots - arrival + 1);
    int most = 50 + random.nextInt(271);
    double energy = random.nextInt(8) == 0 ? 0 : random.nextDouble() * 20_000;
    int phases = 1 + random.nextInt(3);
    double guaranteed = random.nextInt(4) == 0 ? energy / 4 : 0;
    int group = random.nextInt(4) == 0 ? 1 : 0;
    return new LoadSession(
        "s" + i,
        "c" + i,
        phases,
        60,
        most,
        arrival,
        departure,
        energy,
        1,
        1,
        group,
        guaranteed,
        null);
  }

  private Tariff tariff() {
    if (random.nextBoolean()) {
      return Tariff.free();
    }
    double[] prices = random.doubles(slots, -0.05, 0.4).toArray();
    return new Tariff(prices, random.nextDouble() * 0.2, random.nextBoolean() ? 0 : 0.5);
  }
}
