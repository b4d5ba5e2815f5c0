package io.evenkeel.simulator.charging;

import org.jspecify.annotations.Nullable;

/** The current through one connector and the energy that it amounts to. Not thread-safe. */
public final class Flow {
  private final int phases;
  private @Nullable Car car;
  private double meterWh;
  private double takenWh;
  private double currentA;
  private double offeredA;

  /**
   * @param phases of the connector
   * @param meterWh what the register shows at the start
   */
  public Flow(int phases, double meterWh) {
    this.phases = phases;
    this.meterWh = meterWh;
  }

  public void plugIn(Car arrived) {
    car = arrived;
    takenWh = 0;
    currentA = 0;
  }

  public void unplug() {
    car = null;
    currentA = 0;
    takenWh = 0;
  }

  /**
   * Time passes.
   *
   * @param offered the current per phase on offer from now on; 0 when nothing is switched on
   * @param seconds since the last call
   * @param speed how many times faster than in the real world the battery fills
   */
  public void advance(double offered, double seconds, double speed) {
    if (car != null) {
      double wh = currentA * phasesInUse() * ProfileStore.VOLTAGE * seconds * speed / 3600;
      double taken = Math.min(wh, Math.max(0, car.needWh() - takenWh));
      meterWh += taken;
      takenWh += taken;
      currentA = car.draws(offered, takenWh, currentA, seconds);
    }
    offeredA = offered;
  }

  public boolean carIsFull() {
    return car != null && car.full(takenWh);
  }

  public @Nullable Car car() {
    return car;
  }

  public double currentA() {
    return currentA;
  }

  public double meterWh() {
    return meterWh;
  }

  public double takenWh() {
    return takenWh;
  }

  public Reading reading() {
    double charge = car == null ? 0 : 100 * takenWh / car.needWh();
    return new Reading(meterWh, currentA, phasesInUse(), phases, offeredA, charge);
  }

  private int phasesInUse() {
    return car == null ? 0 : Math.min(car.phases(), phases);
  }
}
