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
 * Car parks of a workplace, at half past nine: 96 quarters of an hour, ten periods, nine in ten
 * connectors taken, feeders of a hundred connectors, circuits of ten, a price that follows the day.
 */
public final class Workplace {

  private static final int SLOTS = 96;
  private static final int HALF_PAST_NINE = 570;
  private static final int PERIODS = 10;
  private static final int VOLTAGE = 230;
  private static final int PER_CIRCUIT = 10;
  private static final int PER_FEEDER = 100;
  private static final int CHARGER = 320;

  /** Carries eight of its ten connectors' 16 A: it binds now and then. */
  private static final int CIRCUIT = 1_250;

  private final Random random;
  private final List<LoadNode> nodes = new ArrayList<>();
  private final List<LoadConnector> connectors = new ArrayList<>();
  private final List<LoadSession> sessions = new ArrayList<>();

  private Workplace(long seed) {
    this.random = new Random(seed);
  }

  /** How much of the grid connection there is for charging. */
  public enum Supply {
    USUAL(40),
    TIGHT(25),
    DEEP_SHORTAGE(15);

    /** Tenths of an ampere per connector and phase. */
    private final int each;

    Supply(int each) {
      this.each = each;
    }
  }

  /** The same seed gives the same site. */
  public static Instance of(int size, Supply supply, long seed) {
    return new Workplace(seed).build(size, supply);
  }

  private Instance build(int size, Supply supply) {
    nodes.add(node("grid", null, "GRID", size * supply.each));
    for (int i = 0; i < size; i++) {
      String feeder = "feeder" + i / PER_FEEDER;
      String circuit = "circuit" + i / PER_CIRCUIT;
      if (i % PER_FEEDER == 0) {
        int below = Math.min(PER_FEEDER, size - i);
        nodes.add(node(feeder, "grid", "FEEDER", below * (supply.each + 20)));
      }
      if (i % PER_CIRCUIT == 0) {
        nodes.add(node(circuit, feeder, "CIRCUIT", CIRCUIT));
      }
      nodes.add(node("cp" + i, circuit, "CHARGE_POINT", CHARGER));
      Rotation rotation = Rotation.values()[random.nextInt(Rotation.values().length)];
      connectors.add(new LoadConnector("cp" + i + "-1", "cp" + i, rotation, 3, CHARGER));
      if (random.nextInt(10) > 0) {
        sessions.add(session(i));
      }
    }
    return new Instance(
        "workplace-" + size,
        SLOTS,
        15,
        HALF_PAST_NINE,
        VOLTAGE,
        PERIODS,
        1,
        nodes,
        connectors,
        sessions,
        new Tariff(prices(), 0, 0));
  }

  private static LoadNode node(String id, @Nullable String parent, String kind, int limit) {
    return new LoadNode(
        id, parent, kind, List.of(new LimitFrom(0, limit, limit, limit)), List.of(), null);
  }

  /** Present now; leaves in two to ten hours; wants a commute's energy, one in ten a journey's. */
  private LoadSession session(int connector) {
    int phases = random.nextInt(10) < 4 ? 1 : 3;
    int max = phases == 3 && random.nextInt(10) < 8 ? 160 : random.nextBoolean() ? 160 : 320;
    int departure = 8 + random.nextInt(33);
    double wanted =
        1000
            * (random.nextInt(10) == 0
                ? 25 + 20 * random.nextDouble()
                : 4 + 22 * random.nextDouble());
    double possible = departure / 4.0 * max / 10.0 * phases * VOLTAGE;
    return new LoadSession(
        "s" + connector,
        "cp" + connector + "-1",
        phases,
        60,
        max,
        0,
        departure,
        Math.rint(Math.min(wanted, 0.9 * possible)),
        1,
        1,
        0,
        0,
        null);
  }

  /** Cheap at noon and at night, dear in the evening, EUR per kWh. */
  private double[] prices() {
    double[] prices = new double[SLOTS];
    for (int slot = 0; slot < SLOTS; slot++) {
      double hour = (HALF_PAST_NINE / 60.0 + slot / 4.0) % 24;
      double evening = Math.exp(-(hour - 19) * (hour - 19) / 8);
      double noon = Math.exp(-(hour - 13) * (hour - 13) / 6);
      double price = 0.24 + 0.16 * evening - 0.08 * noon + 0.02 * random.nextDouble();
      prices[slot] = Math.rint(price * 10_000) / 10_000;
    }
    return prices;
  }
}
