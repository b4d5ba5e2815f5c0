package io.evenkeel.smartcharging.domain.planning;

/**
 * What a session is charged for each unit besides all prices, so that it draws the right amount.
 *
 * <p>At a toll t it draws, in each slot, {@code wanted - t x ease}, between 0 and its maximum.
 */
final class Toll {

  private static final int STEPS = 20;
  private static final double NARROW = 1e-9;
  private static final double WIDE = 1e-3;

  /** Per slot of a stay: what it would draw at no toll, and how much less at a unit of it. */
  final double[] wanted;

  final double[] ease;

  private int stay;
  private double max;

  Toll(int longest) {
    wanted = new double[longest];
    ease = new double[longest];
  }

  /** Whose toll is looked for. */
  void of(int itsStay, double itsMax) {
    stay = itsStay;
    max = itsMax;
  }

  /**
   * The toll t at which {@code each} times what is drawn is {@code most + own x t}: Newton's steps,
   * kept between what is known to be too little and too much.
   *
   * @param start where to look first, not below the least
   * @param least the toll is not less, even if too little is drawn then
   * @param near so small a difference is none
   */
  double find(double each, double most, double own, double start, double least, double near) {
    double low = least;
    double high = Double.MAX_VALUE;
    double t = start;
    for (int step = 0; step < STEPS; step++) {
      double sum = 0;
      double slope = 0;
      for (int i = 0; i < stay; i++) {
        double x = wanted[i] - t * ease[i];
        if (x >= max) {
          sum += max;
        } else if (x > 0) {
          sum += x;
          slope += ease[i];
        }
      }
      double over = each * sum - own * t - most;
      if (Math.abs(over) < near || (t <= least && over <= 0)) {
        break;
      }
      if (over > 0) {
        low = t;
      } else {
        high = t;
      }
      if (high - low < NARROW) {
        break;
      }
      double steep = each * slope + own;
      double next = steep > 0 ? t + over / steep : high;
      boolean bounded = high < Double.MAX_VALUE;
      double other = bounded ? (low + high) / 2 : 2 * Math.abs(low) + WIDE;
      t = next > low && next < high ? next : other;
    }
    return t;
  }
}
