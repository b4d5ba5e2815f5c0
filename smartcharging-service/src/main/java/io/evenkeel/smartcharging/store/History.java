package io.evenkeel.smartcharging.store;

import java.time.Instant;
import java.util.List;

/**
 * How one phase of one node was, step by step; steps without a sample are left out. Currents are
 * tenths of an ampere: the least limit of the step, and the greatest of the others, so that nothing
 * that was exceeded is averaged away.
 *
 * @param phase 0, 1 or 2
 */
public record History(String node, int phase, List<Point> points) {

  public History {
    points = List.copyOf(points);
  }

  /** One step. */
  public record Point(Instant at, int limit, int worst, int planned, int measured) {}
}
