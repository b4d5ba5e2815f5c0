package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.safety.Held;
import io.evenkeel.smartcharging.domain.safety.WorstCase;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a site's status together. */
final class StatusReport {
  private StatusReport() {}

  static SiteStatus of(SiteTree tree, List<ConnectorState> connectors, Instant now) {
    WorstCase worst = WorstCase.of(tree, i -> connectors.get(i).exposure().worst());
    WorstCase desired = WorstCase.of(tree, i -> desired(connectors.get(i)));
    BigDecimal[] measured = measured(tree, connectors);
    List<SiteStatus.NodeStatus> nodes = new ArrayList<>();
    for (int cell = 0; cell < tree.cells(); cell += Phase.COUNT) {
      nodes.add(
          new SiteStatus.NodeStatus(
              tree.node(cell),
              List.of(worst.load(cell), worst.load(cell + 1), worst.load(cell + 2)),
              List.of(desired.load(cell), desired.load(cell + 1), desired.load(cell + 2)),
              List.of(measured[cell], measured[cell + 1], measured[cell + 2])));
    }
    return new SiteStatus(
        now, worst.fits(), nodes, connectors.stream().map(state -> connector(state, now)).toList());
  }

  private static int desired(ConnectorState state) {
    return state.hasLiveSession() ? state.desiredTx() : 0;
  }

  private static BigDecimal[] measured(SiteTree tree, List<ConnectorState> connectors) {
    BigDecimal[] sums = new BigDecimal[tree.cells()];
    Arrays.fill(sums, BigDecimal.ZERO);
    for (ConnectorState state : connectors) {
      Measured measured = state.measured;
      if (measured != null) {
        for (int cell : tree.cellsOf(state.number)) {
          sums[cell] = sums[cell].add(measured.on(tree.phase(cell), state.connector));
        }
      }
    }
    return sums;
  }

  private static SiteStatus.ConnectorStatus connector(ConnectorState state, Instant now) {
    return new SiteStatus.ConnectorStatus(
        state.connector,
        state.standing(now),
        state.session(),
        state.status(),
        state.desiredDefault(),
        state.hasLiveSession() ? Integer.valueOf(state.desiredTx()) : null,
        state.exposure(),
        converged(state),
        state.measured,
        state.reason);
  }

  private static boolean converged(ConnectorState state) {
    Held ofDefault = state.exposure().ofDefault();
    Held ofTransaction = state.exposure().ofTransaction();
    if (state.chargePoint.inFlight != null || !holds(ofDefault, state.desiredDefault())) {
      return false;
    }
    return !state.hasLiveSession()
        || state.steeredByDefault()
        || holds(ofTransaction, state.desiredTx());
  }

  private static boolean holds(@Nullable Held held, int desired) {
    return held != null && held.confirmed() && held.low() == desired;
  }
}
