package io.evenkeel.smartcharging.domain.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A load group: a grid connection, feeder, panel, circuit or charge point.
 *
 * @param parent id of the node that feeds it; null for the root
 * @param kind what people call it, such as GRID or CIRCUIT; nothing is reckoned with it
 * @param limit what it carries in the course of a day
 * @param base what draws here beside charging when no meter tells, in the course of a day; negative
 *     when it generates; nodes below it come on top
 * @param meters all of kind UNMANAGED, which add up, or one of kind TOTAL
 * @param maxImbalance largest difference between two phases, in tenths of an ampere; null: none
 */
public record Node(
    String id,
    @Nullable String parent,
    String kind,
    Daily limit,
    Daily base,
    List<Meter> meters,
    @Nullable Integer maxImbalance) {

  public Node {
    meters = List.copyOf(meters);
  }

  /** With the same limit all day, and nothing but charging. */
  public Node(String id, @Nullable String parent, String kind, PhaseLimits limits) {
    this(id, parent, kind, Daily.always(limits), Daily.NOTHING, List.of(), null);
  }

  /** What it carries at any time of the day. */
  public PhaseLimits limits() {
    return limit.least();
  }
}
