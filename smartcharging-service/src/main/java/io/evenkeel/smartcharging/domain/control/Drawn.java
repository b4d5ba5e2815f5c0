package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What chargers are known to draw about the time when a meter was read. */
final class Drawn {

  /** Readings of chargers that are further away in time say nothing. */
  private static final Duration NEAR = Duration.ofMinutes(5);

  private Drawn() {}

  /**
   * In A per cell of the tree. Rather too little than too much: what is not known to be charging
   * counts as the building's. So no more than a connector may draw, whatever its last reading said.
   */
  static double[] of(SiteTree tree, List<ConnectorState> connectors, Instant at) {
    double[] drawn = new double[tree.cells()];
    for (ConnectorState state : connectors) {
      Measured measured = state.watch.measured();
      if (measured != null && Duration.between(measured.at(), at).abs().compareTo(NEAR) <= 0) {
        double most = state.exposure().worst(at) / 10.0;
        for (int cell : tree.cellsOf(state.number)) {
          double current = measured.on(tree.phase(cell), state.connector).doubleValue();
          drawn[cell] += Math.clamp(current, 0, most);
        }
      }
    }
    return drawn;
  }
}
