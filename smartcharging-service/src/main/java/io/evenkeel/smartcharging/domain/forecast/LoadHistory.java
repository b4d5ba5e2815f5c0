package io.evenkeel.smartcharging.domain.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The load of the last two weeks by quarters of an hour, and what it lets expect: at the same time
 * of day, where recent days count more than earlier ones, and the same day of the week most.
 */
public final class LoadHistory {

  /** So far back is remembered. */
  public static final int DAYS = 14;

  private static final int QUARTERS_A_DAY = 96;
  private static final double DECAY_A_DAY = 0.8;
  private static final double SAME_WEEKDAY = 4;

  private final String meter;
  private final TreeMap<Long, double[]> quarters = new TreeMap<>();
  private final double[] sum = new double[3];
  private long current = Long.MIN_VALUE;
  private int count;

  public LoadHistory(String meter) {
    this.meter = meter;
  }

  /** What was stored. */
  public void remember(QuarterLoad load) {
    put(quarter(load.start()), new double[] {load.l1(), load.l2(), load.l3()});
  }

  /**
   * Counts a load; they come in the order of their times.
   *
   * @return the quarters that have ended with it, to be stored
   */
  public List<QuarterLoad> add(Instant at, double[] load) {
    List<QuarterLoad> ended = new ArrayList<>();
    long quarter = quarter(at);
    if (quarter != current) {
      if (count > 0) {
        double[] mean = {sum[0] / count, sum[1] / count, sum[2] / count};
        put(current, mean);
        Instant start = Instant.ofEpochSecond(current * QuarterLoad.SECONDS);
        ended.add(new QuarterLoad(meter, start, mean[0], mean[1], mean[2]));
      }
      current = quarter;
      count = 0;
      sum[0] = sum[1] = sum[2] = 0;
    }
    for (int phase = 0; phase < sum.length; phase++) {
      sum[phase] += load[phase];
    }
    count++;
    return ended;
  }

  private void put(long quarter, double[] load) {
    quarters.put(quarter, load);
    quarters.headMap(quarters.lastKey() - DAYS * QUARTERS_A_DAY).clear();
  }

  /** In A on L1, L2, L3; null when nothing is remembered of this time of day. */
  public double @Nullable [] expected(Instant at) {
    long quarter = quarter(at);
    double[] expected = new double[3];
    double weights = 0;
    double weight = 1;
    for (int day = 1; day <= DAYS; day++) {
      double @Nullable [] then = quarters.get(quarter - (long) day * QUARTERS_A_DAY);
      if (then != null) {
        double counts = day % 7 == 0 ? SAME_WEEKDAY * weight : weight;
        for (int phase = 0; phase < expected.length; phase++) {
          expected[phase] += counts * then[phase];
        }
        weights += counts;
      }
      weight *= DECAY_A_DAY;
    }
    if (weights == 0) {
      return null;
    }
    for (int phase = 0; phase < expected.length; phase++) {
      expected[phase] /= weights;
    }
    return expected;
  }

  private static long quarter(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), QuarterLoad.SECONDS);
  }
}
