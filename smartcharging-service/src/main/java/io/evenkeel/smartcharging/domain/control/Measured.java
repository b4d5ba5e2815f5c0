package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.TransactionEvent.Metered;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.Phase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connector was last seen drawing.
 *
 * @param currentA per phase of the connector; null where not told
 */
public record Measured(Instant at, List<@Nullable BigDecimal> currentA) {

  /** Null when the reading says nothing about current. */
  static @Nullable Measured of(Metered metered) {
    return metered.currentA().isEmpty() ? null : new Measured(metered.at(), metered.currentA());
  }

  /** The most on any phase, in whole tenths of an ampere, rounded up. */
  int highest() {
    int highest = 0;
    for (BigDecimal current : currentA) {
      highest = Math.max(highest, current == null ? 0 : Amperes.ceiling(current));
    }
    return highest;
  }

  /** On a phase of the grid; nothing where the connector has no such phase or did not say. */
  BigDecimal on(Phase phase, Connector connector) {
    for (int i = 0; i < Math.min(connector.phases(), currentA.size()); i++) {
      @Nullable BigDecimal current = currentA.get(i);
      if (connector.rotation().grid(i) == phase && current != null) {
        return current;
      }
    }
    return BigDecimal.ZERO;
  }
}
