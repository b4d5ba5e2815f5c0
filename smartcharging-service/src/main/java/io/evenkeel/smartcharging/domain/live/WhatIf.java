package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The site as it is now, with something different.
 *
 * @param limits instead of those there are
 * @param cars more of them, on connectors that are free or are freed
 * @param without connectors, by number, whose cars are not there
 * @param wishes what drivers of present cars might say instead, by the number of the connector
 * @param tariff other prices; null: those there are
 */
public record WhatIf(
    List<OtherLimit> limits,
    List<LiveSession> cars,
    Set<Integer> without,
    Map<Integer, Wish> wishes,
    @Nullable Tariff tariff) {

  public WhatIf {
    limits = List.copyOf(limits);
    cars = List.copyOf(cars);
    without = Set.copyOf(without);
    wishes = Map.copyOf(wishes);
  }

  /**
   * Another limit of a node, for a while; it counts in every slot that it touches.
   *
   * @param node its number in the definition
   */
  public record OtherLimit(int node, PhaseLimits limit, Instant from, Instant until) {}

  public LiveSite in(LiveSite site) {
    List<LiveSession> sessions = new ArrayList<>();
    for (LiveSession session : site.sessions()) {
      boolean replaced = cars.stream().anyMatch(car -> car.connector() == session.connector());
      if (!without.contains(session.connector()) && !replaced) {
        Wish other = wishes.get(session.connector());
        sessions.add(other == null ? session : session.wishing(other));
      }
    }
    sessions.addAll(cars);
    sessions.sort(Comparator.comparingInt(LiveSession::connector));
    return new LiveSite(
        site.tree(),
        site.at(),
        outlook(site),
        tariff == null ? site.tariff() : tariff,
        site.reserved(),
        sessions);
  }

  private Outlook outlook(LiveSite site) {
    Outlook known = site.outlook();
    if (limits.isEmpty()) {
      return known;
    }
    SiteTree tree = site.tree();
    int[][] changed = new int[tree.cells()][];
    for (int cell = 0; cell < changed.length; cell++) {
      changed[cell] = known.limits()[cell].clone();
    }
    for (OtherLimit other : limits) {
      for (int slot = 0; slot < known.slots(); slot++) {
        if (site.slotStart(slot).isBefore(other.until())
            && site.slotStart(slot + 1).isAfter(other.from())) {
          for (Phase phase : Phase.values()) {
            changed[other.node() * Phase.COUNT + phase.ordinal()][slot] = other.limit().on(phase);
          }
        }
      }
    }
    return Outlook.of(tree, known.start(), known.slot(), changed, known.base(), known.after());
  }
}
