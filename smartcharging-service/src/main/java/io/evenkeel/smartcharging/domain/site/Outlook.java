package io.evenkeel.smartcharging.domain.site;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What each cell of a site may carry for charging, slot by slot from an instant on: its limit less
 * what else the node and everything below it draws. Currents are whole tenths of an ampere, never
 * negative. It does not change once it is made.
 *
 * <p>What is said of a slot holds at every instant of it: where a limit changes within a slot the
 * lower one counts for all of it. What lies after the last slot is the least that is known of any
 * time ({@link #after}); what lies before the first counts as the first.
 */
public final class Outlook {

  private final Instant start;
  private final Duration slot;
  private final int[][] limits;
  private final double[][] base;
  private final int[][] capacity;
  private final int[] after;
  private final int[] least;

  private Outlook(
      Instant start,
      Duration slot,
      int[][] limits,
      double[][] base,
      int[][] capacity,
      int[] after) {
    this.start = start;
    this.slot = slot;
    this.limits = limits;
    this.base = base;
    this.capacity = capacity;
    this.after = after;
    this.least = after.clone();
    for (int cell = 0; cell < capacity.length; cell++) {
      for (int room : capacity[cell]) {
        least[cell] = Math.min(least[cell], room);
      }
    }
  }

  /** The tree's own limits for all time, and nothing but charging. */
  public static Outlook constant(SiteTree tree, Instant start, Duration slot, int slots) {
    int[][] limits = new int[tree.cells()][slots];
    for (int cell = 0; cell < limits.length; cell++) {
      Arrays.fill(limits[cell], tree.limit(cell));
    }
    double[][] nothing = new double[tree.cells()][];
    Arrays.fill(nothing, new double[slots]);
    return of(tree, start, slot, limits, nothing, tree.limits());
  }

  /**
   * @param limits per cell and slot
   * @param base what the cell's node itself draws beside charging, in A, negative when it
   *     generates; what is below it is added here
   * @param after what each cell may carry for charging after the last slot
   */
  public static Outlook of(
      SiteTree tree, Instant start, Duration slot, int[][] limits, double[][] base, int[] after) {
    @Nullable BaseLoad[] loads = new @Nullable BaseLoad[tree.cells()];
    for (int cell = 0; cell < base.length; cell++) {
      if (Arrays.stream(base[cell]).anyMatch(load -> load != 0)) {
        for (int to = cell; to >= 0; to = tree.above(to)) {
          loads[to] = BaseLoad.plus(loads[to], base[cell]);
        }
      }
    }
    int[][] capacity = new int[tree.cells()][];
    for (int cell = 0; cell < capacity.length; cell++) {
      BaseLoad load = loads[cell];
      capacity[cell] = load == null ? limits[cell] : load.room(limits[cell]);
    }
    return new Outlook(start, slot, limits, base, capacity, after.clone());
  }

  /** Of a node and everything below it, in A. */
  private record BaseLoad(double[] amperes) {

    static BaseLoad plus(@Nullable BaseLoad load, double[] more) {
      double[] sum = more.clone();
      if (load != null) {
        for (int t = 0; t < sum.length; t++) {
          sum[t] += load.amperes[t];
        }
      }
      return new BaseLoad(sum);
    }

    int[] room(int[] limits) {
      int[] room = new int[limits.length];
      for (int t = 0; t < room.length; t++) {
        room[t] = Amperes.room(limits[t], amperes[t]);
      }
      return room;
    }
  }

  /** When the first slot begins. */
  public Instant start() {
    return start;
  }

  /** How long a slot is. */
  public Duration slot() {
    return slot;
  }

  public int slots() {
    return capacity.length == 0 ? 0 : capacity[0].length;
  }

  /** When the last slot ends. */
  public Instant end() {
    return start.plus(slot.multipliedBy(slots()));
  }

  /**
   * Which slot an instant is in; below 0 before the first, {@link #slots} or more after the last.
   */
  public int slotAt(Instant at) {
    return Math.toIntExact(Math.floorDiv(Duration.between(start, at).toMillis(), slot.toMillis()));
  }

  /** For charging, per cell and slot. Not to be written to. */
  public int[][] capacity() {
    return capacity;
  }

  /** For charging after the last slot, per cell. Not to be written to. */
  public int[] after() {
    return after;
  }

  /** The least for charging at any time, now or later, per cell. Not to be written to. */
  public int[] least() {
    return least;
  }

  /** The limit per cell and slot, base load and charging together. Not to be written to. */
  public int[][] limits() {
    return limits;
  }

  /**
   * Per cell and slot what the node itself draws beside charging, in A, with the margin; nodes
   * below it come on top. Not to be written to.
   */
  public double[][] base() {
    return base;
  }
}
