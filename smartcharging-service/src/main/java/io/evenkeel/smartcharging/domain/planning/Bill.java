package io.evenkeel.smartcharging.domain.planning;

import io.evenkeel.smartcharging.domain.problem.Tariff;

/** What the site's import costs over the horizon, kept up to date while a plan changes. */
final class Bill {

  private final Tariff tariff;
  private final LoadTree tree;
  private final double kw;
  private final double hours;
  private final double ofBase;

  /** Tenths of an ampere on one phase, base load included. */
  private final double[] load;

  Bill(LoadTree tree, double[] base) {
    this.tree = tree;
    tariff = tree.instance.tariff();
    load = base.clone();
    kw = tree.instance.voltage() / 10_000.0;
    hours = tree.instance.slotHours();
    ofBase = cost();
  }

  void add(int session, int[] current, int sign) {
    int from = tree.arrival[session];
    int each = sign * tree.phases[session];
    for (int i = 0; i < current.length; i++) {
      load[from + i] += (double) each * current[i];
    }
  }

  /** In the tariff's currency. */
  double cost() {
    double cost = 0;
    double highest = 0;
    for (int slot = 0; slot < load.length; slot++) {
      double power = load[slot] * kw;
      double price = power > 0 ? tariff.price(slot) : tariff.feedInPerKwh();
      cost += hours * price * power;
      highest = Math.max(highest, power);
    }
    return cost + tariff.demandChargePerKw() * highest;
  }

  /** Of the base load alone. */
  double ofBase() {
    return ofBase;
  }

  /** How much more a session may draw in a slot without a new highest import. */
  int below(int session, int slot, double ceiling) {
    return (int) Math.max(0, Math.floor((ceiling - load[slot]) / tree.phases[session]));
  }

  /** Of a kWh more in a slot. */
  double price(int slot) {
    return load[slot] >= 0 ? tariff.price(slot) : tariff.feedInPerKwh();
  }

  double highest() {
    double highest = 0;
    for (double each : load) {
      highest = Math.max(highest, each);
    }
    return highest;
  }
}
