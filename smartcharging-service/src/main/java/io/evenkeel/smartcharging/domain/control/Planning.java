package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.allocation.Allocation;
import io.evenkeel.smartcharging.domain.allocation.Demand;
import io.evenkeel.smartcharging.domain.allocation.Rank;
import io.evenkeel.smartcharging.domain.allocation.SafeDefaults;
import io.evenkeel.smartcharging.domain.safety.WorstCase;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What every charger is to hold. Whoever cannot be governed keeps what it may draw; the running
 * transactions share the rest; what they leave goes to the defaults, under which the next car
 * starts.
 */
final class Planning {

  private final SiteTree tree;
  private final List<ConnectorState> connectors;
  private final Duration turn;

  Planning(SiteTree tree, List<ConnectorState> connectors, Duration turn) {
    this.tree = tree;
    this.connectors = connectors;
    this.turn = turn;
  }

  void plan(Instant now) {
    int[] capacity =
        WorstCase.of(
                tree,
                i -> connectors.get(i).governed(now) ? 0 : connectors.get(i).exposure().worst())
            .left();
    Allocation allocation = Allocation.of(tree, capacity, demands(now));
    WorstCase planned =
        WorstCase.of(
            tree,
            i ->
                connectors.get(i).governed(now)
                    ? allocation.limit(i)
                    : connectors.get(i).exposure().worst());
    int[] shares = SafeDefaults.of(tree, minima());
    for (ConnectorState state : inOrderOfNeed(now, shares)) {
      int limit = allocation.limit(state.number);
      state.reason = allocation.reason(state.number);
      if (state.hasLiveSession() && state.steeredByDefault()) {
        state.desire(limit, limit);
      } else {
        int more = Math.max(0, shares[state.number] - limit);
        boolean room = more == 0 || planned.hasRoomFor(state.number, more);
        planned.add(state.number, room ? more : 0);
        state.desire(room ? shares[state.number] : 0, limit);
      }
      Session session = state.session();
      if (session != null) {
        state.session(session.served(limit > 0, now));
      }
    }
  }

  private List<Demand> demands(Instant now) {
    List<Demand> demands = new ArrayList<>();
    for (ConnectorState state : connectors) {
      Session session = state.session();
      if (session != null && session.live() && state.governed(now)) {
        Rank rank = Rank.of(session.served(), session.since(), turn, now);
        demands.add(new Demand(state.number, state.minimum(), state.maximum(), rank));
      }
    }
    return demands;
  }

  private int[] minima() {
    return connectors.stream().mapToInt(ConnectorState::minimum).toArray();
  }

  /**
   * Governed connectors: first those with a transaction, then those that hold their default already
   * (so that few change), then the others.
   */
  private List<ConnectorState> inOrderOfNeed(Instant now, int[] shares) {
    return connectors.stream()
        .filter(state -> state.governed(now))
        .sorted(
            Comparator.comparingInt(
                (ConnectorState state) -> {
                  if (state.session() != null) {
                    return 0;
                  }
                  return state.desiredDefault() == shares[state.number] ? 1 : 2;
                }))
        .toList();
  }
}
