package io.evenkeel.smartcharging.bench;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.Tariff;

/**
 * What the whole site's import costs.
 *
 * @param peakKw highest import, never below 0
 */
record Bill(double cost, double peakKw) {

  static Bill of(Instance instance, Flows flows, int from, int to) {
    Tariff tariff = instance.tariff();
    double[] prices = tariff.pricePerKwh();
    double cost = 0;
    double peak = 0;
    LoadNode root =
        instance.nodes().stream().filter(node -> node.parent() == null).findFirst().orElseThrow();
    for (int slot = from; slot < to; slot++) {
      long current = 0;
      for (int phase = 0; phase < 3; phase++) {
        current += flows.base(root, phase, slot) + flows.charging(root, phase, slot);
      }
      double kilowatts = current / (double) Flows.AMPERE * instance.voltage() / 1000;
      double price = prices.length == 0 ? 0 : prices[Math.min(slot, prices.length - 1)];
      double each = kilowatts > 0 ? price : tariff.feedInPerKwh();
      cost += each * kilowatts * instance.slotMinutes() / 60;
      peak = Math.max(peak, kilowatts);
    }
    return new Bill(cost + tariff.demandChargePerKw() * peak, peak);
  }
}
