package io.evenkeel.gateway.domain.device;

import java.time.Instant;

/**
 * One thing that smart charging learned of a charge point.
 *
 * @param claim what follows from it; says nothing when an operator had it forgotten
 * @param because what it was learned from
 * @param at when it was learned, or forgotten
 */
public record Lesson(Claims claim, String because, Instant at) {

  static Lesson forgotten(String by, Instant at) {
    return new Lesson(Claims.NONE, "forgotten by " + by, at);
  }

  /** Whether it still counts. */
  public boolean holds() {
    return !claim.equals(Claims.NONE);
  }
}
