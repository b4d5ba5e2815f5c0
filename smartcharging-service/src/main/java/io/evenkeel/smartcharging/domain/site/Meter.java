package io.evenkeel.smartcharging.domain.site;

import java.time.Duration;

/**
 * A meter at a node, whose readings are told over the API.
 *
 * @param id its name, unique in the site
 * @param margin added to each phase of what it says, in tenths of an ampere
 * @param staleAfter when its last reading is older, it is not believed any more; the node's
 *     configured load counts, in the first hour at least what was read last
 */
public record Meter(String id, Measures measures, int margin, Duration staleAfter) {

  /** An ampere: about the accuracy of a current transformer at its usual load. */
  public static final int USUAL_MARGIN = 10;

  public static final Duration USUAL_STALE_AFTER = Duration.ofMinutes(5);

  /** What flows through it. */
  public enum Measures {
    /** All that the node feeds, charging included. */
    TOTAL,
    /** Only what is not charging and not below another node. */
    UNMANAGED
  }
}
