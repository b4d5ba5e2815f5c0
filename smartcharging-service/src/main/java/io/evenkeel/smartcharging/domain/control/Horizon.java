package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.safety.Grid;
import io.evenkeel.smartcharging.domain.safety.WorstCase;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be drawn from now on against what may be carried, kept up to date step by step. */
final class Horizon {

  private final SiteTree tree;
  private final List<ConnectorState> connectors;
  private @Nullable WorstCase worst;

  Horizon(SiteTree tree, List<ConnectorState> connectors) {
    this.tree = tree;
    this.connectors = connectors;
  }

  WorstCase worst(Outlook outlook, Instant now) {
    Grid grid = Grid.of(outlook);
    WorstCase known = worst;
    if (known == null || !known.grid().equals(grid)) {
      known = WorstCase.of(tree, outlook, now, i -> connectors.get(i).exposure().load(grid));
      worst = known;
    } else {
      known.passTo(outlook, now);
      for (ConnectorState state : connectors) {
        if (state.exposureChanged) {
          known.set(state.number, state.exposure().load(grid));
        }
      }
    }
    connectors.forEach(state -> state.exposureChanged = false);
    return known;
  }

  /** Whether no limit could be exceeded when that was last reckoned. */
  boolean fits() {
    return worst != null && worst.fits();
  }

  /** When what is desired may change by itself; null when it is the same for all time. */
  @Nullable Instant changesAt(Outlook outlook, Instant now) {
    if (connectors.stream().allMatch(state -> state.desiredTx().isLevel())) {
      return null;
    }
    Grid grid = Grid.of(outlook);
    Instant next = grid.begin(grid.column(now) + 1);
    return next.isAfter(now) ? next : null;
  }
}
