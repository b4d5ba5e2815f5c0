package io.evenkeel.smartcharging.domain.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a driver said.
 *
 * @param departure null when nothing was said of it
 * @param energyWh in all since the start of the transaction; null when nothing was said of it
 */
public record Wish(@Nullable Instant departure, @Nullable Double energyWh) {

  /** Nothing was said. */
  public static final Wish NONE = new Wish(null, null);

  boolean isStated() {
    return departure != null || energyWh != null;
  }
}
