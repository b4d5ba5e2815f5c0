package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.site.Phase;
import java.time.Instant;

/** Why a session gets what it gets at a moment of its plan, and not more. */
public sealed interface Because {

  /** This phase of this node is full at that time, and a period ends no earlier. */
  record NodeFull(String node, Phase phase, Instant at) implements Because {}

  /** It does not charge: what is left on this phase of this node is less than its minimum. */
  record Waiting(String node, Phase phase) implements Because {}

  /** Sessions of a higher group fill this phase of this node. */
  record Priority(String node, Phase phase) implements Because {}

  /** It gets all that car, cable and charger stand. */
  record Maximum() implements Because {}

  /**
   * It charges when it is cheaper.
   *
   * @param at then
   * @param price a kWh then
   * @param priceNow a kWh now
   */
  record Price(Instant at, double price, double priceNow) implements Because {}

  /** More at once would make the highest import of the site higher, which costs. */
  record Peak() implements Because {}

  /** What it wants comes in time without more. */
  record Enough() implements Because {}

  /** It has got what was wanted. */
  record Satisfied() implements Because {}

  /** More would set the phases of this node too far apart. */
  record Balance(String node) implements Because {}

  /** Its charger stands no schedule that follows the room more closely. */
  record Periods(int most) implements Because {}

  /** Its charger stands less than the least current a car charges with. */
  record MaximumBelowMinimum() implements Because {}
}
