package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.safety.Held;
import io.evenkeel.smartcharging.domain.safety.HeldCourse;
import io.evenkeel.smartcharging.domain.safety.WorstCase;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import io.evenkeel.smartcharging.domain.site.WallClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts a site's status together. */
final class StatusReport {
  private StatusReport() {}

  static SiteStatus of(
      SiteTree tree,
      List<ConnectorState> connectors,
      Outlook outlook,
      WorstCase worst,
      @Nullable String planRefused,
      Settings settings,
      Instant now) {
    int column = worst.column();
    int slot = Math.min(column, outlook.slots() - 1);
    int[] desired = desired(tree, connectors, now);
    BigDecimal[] measured = measured(tree, connectors);
    Lagging lagging = new Lagging(tree, connectors, worst, settings, now);
    List<SiteStatus.NodeStatus> nodes = new ArrayList<>();
    for (int cell = 0; cell < tree.cells(); cell += Phase.COUNT) {
      int first = cell;
      nodes.add(
          new SiteStatus.NodeStatus(
              tree.node(cell),
              phases(i -> outlook.limits()[first + i][slot]),
              until(outlook, cell, slot),
              phases(i -> worst.limit(first + i, column)),
              phases(i -> worst.load(first + i, column)),
              exceededFrom(worst, cell, now),
              phases(i -> desired[first + i]),
              List.of(measured[cell], measured[cell + 1], measured[cell + 2])));
    }
    return new SiteStatus(
        now,
        new WallClock(tree.definition().terms().timeZone()),
        worst.fits(),
        planRefused,
        nodes,
        connectors.stream().map(state -> connector(state, lagging, now)).toList());
  }

  /** The beginning of the first slot in which the node's limit is another one. */
  private static @Nullable Instant until(Outlook outlook, int cell, int slot) {
    for (int later = slot + 1; later < outlook.slots(); later++) {
      for (int i = cell; i < cell + Phase.COUNT; i++) {
        if (outlook.limits()[i][later] != outlook.limits()[i][slot]) {
          return outlook.start().plus(outlook.slot().multipliedBy(later));
        }
      }
    }
    return null;
  }

  private static List<Integer> phases(IntUnaryOperator value) {
    return List.of(value.applyAsInt(0), value.applyAsInt(1), value.applyAsInt(2));
  }

  private static @Nullable Instant exceededFrom(WorstCase worst, int cell, Instant now) {
    OptionalInt first =
        IntStream.range(cell, cell + Phase.COUNT)
            .map(worst::exceededAt)
            .filter(column -> column >= 0)
            .min();
    if (first.isEmpty()) {
      return null;
    }
    // the column of the present began before
    Instant begin = worst.grid().begin(first.getAsInt());
    return begin.isBefore(now) ? now : begin;
  }

  private static int[] desired(SiteTree tree, List<ConnectorState> connectors, Instant now) {
    int[] sums = new int[tree.cells()];
    for (ConnectorState state : connectors) {
      if (state.hasLiveSession()) {
        int[] cells = tree.cellsOf(state.number);
        for (int i = 0; i < cells.length; i++) {
          if (i % state.connector.phases() < state.phasesLoaded()) {
            sums[cells[i]] += state.desiredTx().at(now);
          }
        }
      }
    }
    return sums;
  }

  private static BigDecimal[] measured(SiteTree tree, List<ConnectorState> connectors) {
    BigDecimal[] sums = new BigDecimal[tree.cells()];
    Arrays.fill(sums, BigDecimal.ZERO);
    for (ConnectorState state : connectors) {
      Measured measured = state.watch.measured();
      if (measured != null) {
        for (int cell : tree.cellsOf(state.number)) {
          sums[cell] = sums[cell].add(measured.on(tree.phase(cell), state.connector));
        }
      }
    }
    return sums;
  }

  private static SiteStatus.ConnectorStatus connector(
      ConnectorState state, Lagging lagging, Instant now) {
    return new SiteStatus.ConnectorStatus(
        state.connector,
        state.standing(now),
        state.session(),
        state.status(),
        state.desiredDefault(),
        state.hasLiveSession() ? Integer.valueOf(state.desiredTx().at(now)) : null,
        state.hasLiveSession() ? state.desiredTx() : null,
        state.hasLiveSession() ? Integer.valueOf(state.phasesUsed()) : null,
        state.chargePoint.learned(),
        state.chargePoint.readBackWords,
        state.car().least(),
        state.obedience.words(),
        state.exposure().worst(now),
        state.exposure(),
        converged(state, now),
        state.watch.measured(),
        state.reason,
        lagging.of(state));
  }

  private static boolean converged(ConnectorState state, Instant now) {
    Held ofDefault = state.exposure().ofDefault();
    HeldCourse ofTransaction = state.exposure().ofTransaction();
    if (state.chargePoint.inFlight != null || !holds(ofDefault, state.desiredDefault())) {
      return false;
    }
    return !state.hasLiveSession()
        || state.steeredByDefault()
        || (ofTransaction != null
            && ofTransaction.confirmed()
            && ofTransaction.high().at(now) == state.desiredTx().at(now));
  }

  private static boolean holds(Held held, int desired) {
    return held.confirmed() && held.low() == desired;
  }
}
