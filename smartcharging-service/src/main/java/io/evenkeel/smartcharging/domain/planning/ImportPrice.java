package io.evenkeel.smartcharging.domain.planning;

import static io.evenkeel.smartcharging.domain.planning.SiteCapacity.PHASES;

import io.evenkeel.smartcharging.domain.problem.Tariff;
import java.util.Arrays;

/**
 * What a unit of import costs in each slot: a unit is a tenth of an ampere on one phase. Feeding in
 * less costs the feed-in value; importing costs up to the price; the demand charge is spread over
 * the slots of highest import. While sessions look for their share the last two follow the import
 * as prices of cells follow their load.
 */
final class ImportPrice {

  /** By such a share of the largest load a price follows the import from nothing to the dearest. */
  private static final double SOFTNESS = 1;

  /**
   * The highest import lasts so many slots at least: a unit of energy bears such a share of the
   * demand charge. Less would be sure too, but energy so dear makes the bound on cost a loose one.
   */
  private static final int SHORTEST_PEAK = 8;

  /** So much more a unit is asked at the end of the horizon, when only time counts. */
  private static final double LATE = 0.3;

  final int slots;

  /** Import without charging. */
  final double[] base;

  /** Charging. */
  final double[] charging;

  /** Sure part of the price, and what is added at most when there is import. */
  final double[] flat;

  final double[] extra;
  final double demand;

  /** Whether the price follows the import at all. */
  final boolean follows;

  final double[] importing; // between 0 and extra
  final double[] peak; // sums up to demand
  double ceiling; // import above which peak is asked
  double steepness;

  /** Cost that no price per unit accounts for. */
  double offset;

  /** The dearest that a unit is expected to be: a guide, which no bound depends on. */
  final double dearest;

  ImportPrice(LoadTree tree, Tariff tariff) {
    slots = tree.slots;
    base = base(tree);
    charging = new double[slots];
    flat = new double[slots];
    extra = new double[slots];
    importing = new double[slots];
    peak = new double[slots];
    double kw = tree.instance.voltage() / 10_000.0;
    double kwh = kw * tree.instance.slotHours();
    demand = Math.max(0, tariff.demandChargePerKw()) * kw;
    double[] most = most(tree);
    double highest = 0;
    double load = 0;
    for (int slot = 0; slot < slots; slot++) {
      double price = tariff.price(slot) * kwh;
      double feedIn = tariff.feedInPerKwh() * kwh;
      if (base[slot] >= 0) {
        flat[slot] = price;
      } else if (price >= feedIn) {
        flat[slot] = feedIn;
        extra[slot] = Math.max(0.0, price - feedIn);
      } else {
        // dearer to sell than to buy: the chord is never above the cost
        double end = base[slot] + most[slot]; // highest import there can be
        double cost = end > 0 ? price * end : feedIn * end;
        flat[slot] = most[slot] > 0 ? (cost - feedIn * base[slot]) / most[slot] : feedIn;
        offset += (feedIn - flat[slot]) * base[slot];
      }
      highest = Math.max(highest, Math.abs(flat[slot]) + extra[slot]);
      load = Math.max(load, Math.abs(base[slot]) + most[slot]);
    }
    follows = demand > 0 || Arrays.stream(extra).anyMatch(each -> each > 0);
    dearest = highest + demand / Math.min(slots, SHORTEST_PEAK);
    steepness = dearest / (SOFTNESS * (30 + load));
    for (int slot = 0; slot < slots; slot++) {
      peak[slot] = demand / slots;
    }
  }

  /** Nothing costs anything, but the later the dearer: with energy worth 1. */
  static ImportPrice early(LoadTree tree) {
    ImportPrice price = new ImportPrice(tree, Tariff.free());
    for (int slot = 0; slot < price.slots; slot++) {
      price.flat[slot] = LATE * slot / price.slots;
    }
    return price;
  }

  boolean matters() {
    return dearest > 0;
  }

  /** What the import adds to the sure part of the price as it stands in a slot. */
  double added(int slot) {
    double load = base[slot] + charging[slot];
    double asked = 0;
    if (extra[slot] > 0) {
      asked += Math.clamp(importing[slot] + steepness * load, 0, extra[slot]);
    }
    if (demand > 0) {
      asked += Math.max(0, peak[slot] + steepness * (load - ceiling));
    }
    return asked;
  }

  /** By how much the price rises with the import there. */
  double slope(int slot) {
    double load = base[slot] + charging[slot];
    double slope = 0;
    if (extra[slot] > 0) {
      double now = importing[slot] + steepness * load;
      slope += now > 0 && now < extra[slot] ? steepness : 0;
    }
    if (demand > 0 && peak[slot] + steepness * (load - ceiling) > 0) {
      slope += steepness;
    }
    return slope;
  }

  /** Prices follow the import; the ceiling such that the demand charge is what they add up to. */
  void follow(double speed) {
    if (!follows) {
      return;
    }
    double low = 0;
    double high = 0;
    for (int slot = 0; slot < slots; slot++) {
      if (extra[slot] > 0) {
        double load = base[slot] + charging[slot];
        importing[slot] = Math.clamp(importing[slot] + speed * steepness * load, 0, extra[slot]);
      }
    }
    if (demand <= 0) {
      return;
    }
    for (int slot = 0; slot < slots; slot++) {
      high = Math.max(high, base[slot] + charging[slot] + peak[slot] / (speed * steepness));
    }
    for (int i = 0; i < 50; i++) {
      ceiling = (low + high) / 2;
      double sum = 0;
      for (int slot = 0; slot < slots; slot++) {
        sum += peakAt(slot, speed);
      }
      if (sum > demand) {
        low = ceiling;
      } else {
        high = ceiling;
      }
    }
    ceiling = high;
    for (int slot = 0; slot < slots; slot++) {
      peak[slot] = peakAt(slot, speed);
    }
  }

  private double peakAt(int slot, double speed) {
    double load = base[slot] + charging[slot];
    return Math.max(0, peak[slot] + speed * steepness * (load - ceiling));
  }

  /** A tariff that is nowhere above what a plan pays at least. */
  double[] tariff() {
    double[] tariff = new double[slots];
    for (int slot = 0; slot < slots; slot++) {
      tariff[slot] = flat[slot] + importing[slot] + peak[slot];
    }
    return tariff;
  }

  /** What the import without charging costs at such a tariff. */
  double ofBase(double[] tariff) {
    double cost = offset;
    for (int slot = 0; slot < slots; slot++) {
      cost += tariff[slot] * base[slot];
    }
    return cost;
  }

  private static double[] base(LoadTree tree) {
    double[] base = new double[tree.slots];
    for (int phase = 0; phase < PHASES; phase++) {
      int from = tree.site.cell(tree.site.root(), phase) * tree.slots;
      for (int slot = 0; slot < tree.slots; slot++) {
        base[slot] += tree.site.base[from + slot];
      }
    }
    return base;
  }

  private static double[] most(LoadTree tree) {
    double[] most = new double[tree.slots];
    for (int session = 0; session < tree.sessions; session++) {
      for (int slot = tree.arrival[session]; slot < tree.departure[session]; slot++) {
        most[slot] += (double) tree.phases[session] * tree.max[session];
      }
    }
    return most;
  }
}
