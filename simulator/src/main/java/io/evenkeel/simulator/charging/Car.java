package io.evenkeel.simulator.charging;

/**
 * A car as a charger sees it.
 *
 * @param phases how many it uses
 * @param maxA the most it takes per phase, in ampere
 * @param needWh how much its battery wants
 * @param rampAPerSecond how fast it takes up more current; it lowers at once
 * @param taperFrom the share of its need, 0 to 1, from which on its current falls towards the end
 */
public record Car(int phases, double maxA, double needWh, double rampAPerSecond, double taperFrom) {
  /** A battery that tapers never asks for less than this until it is full, in ampere. */
  private static final double LAST_A = 6;

  public Car {
    if (phases < 1 || phases > 3 || maxA < LAST_A || needWh <= 0 || rampAPerSecond <= 0) {
      throw new IllegalArgumentException(
          "a car has 1 to 3 phases, takes at least 6 A, needs energy and ramps");
    }
  }

  /** Three phases, 16 A, 30 kWh. */
  public static Car typical() {
    return new Car(3, 16, 30_000, 4, 0.9);
  }

  /** As {@link #typical()} in all but phases, current and need. */
  public static Car of(int phases, double maxA, double needWh) {
    return new Car(phases, maxA, needWh, 4, 0.9);
  }

  public boolean full(double takenWh) {
    return takenWh >= needWh;
  }

  /**
   * The current per phase that the car draws next.
   *
   * @param offeredA what the charger offers per phase; below 6 A is a pause
   * @param takenWh what the battery got so far
   * @param drawnA what the car drew until now
   * @param seconds how long since
   */
  public double draws(double offeredA, double takenWh, double drawnA, double seconds) {
    if (offeredA < ChargerModel.LEAST_A || full(takenWh)) {
      return 0;
    }
    double wanted = Math.min(offeredA, tapered(takenWh / needWh));
    return Math.min(wanted, Math.max(drawnA, LAST_A) + rampAPerSecond * seconds);
  }

  private double tapered(double share) {
    if (share <= taperFrom || taperFrom >= 1) {
      return maxA;
    }
    double left = (1 - share) / (1 - taperFrom);
    return Math.max(LAST_A, maxA * left);
  }
}
