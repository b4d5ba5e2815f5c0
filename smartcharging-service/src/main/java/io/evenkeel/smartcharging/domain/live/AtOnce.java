package io.evenkeel.smartcharging.domain.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Equal shares in place of a plan: everybody charges from now on whenever it costs no more than the
 * dearest that was planned for it. Where a whole night is cheap nothing more is to be planned.
 */
final class AtOnce {

  /** So much of the cost equal shares may cost more. */
  private static final double MORE = 0.002;

  /** So often somebody else may turn out to be worse off. */
  private static final int ATTEMPTS = 6;

  private final LiveSite site;
  private final List<Draft> planned;

  private AtOnce(LiveSite site, List<Draft> planned) {
    this.site = site;
    this.planned = planned;
  }

  /**
   * Sets the drafts' levels where nobody would have less by that, and it costs the same. Who would
   * have less with an equal share gets an even level.
   *
   * @param grid with the levels that are planned; afterwards, with the others
   * @return whether it did
   */
  static boolean share(LiveSite site, LiveGrid grid, List<Draft> planned) {
    List<Draft> shared = new AtOnce(site, planned).found(grid.peaks());
    for (int i = 0; i < shared.size(); i++) {
      planned.get(i).leave(grid);
      planned.get(i).levels = shared.get(i).levels;
      planned.get(i).enter(grid);
    }
    return !shared.isEmpty();
  }

  /** As good as planned; empty: there is no such thing. */
  private List<Draft> found(int[] peaks) {
    Map<Integer, Integer> even = new HashMap<>();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<Draft> shared = shared(peaks, even);
      List<Integer> worse =
          IntStream.range(0, shared.size())
              .filter(i -> !isAsGood(shared.get(i), planned.get(i)))
              .boxed()
              .toList();
      if (worse.isEmpty()) {
        return shared.isEmpty() || isDearer(shared) ? List.of() : shared;
      }
      for (int i : worse) {
        if (even.put(i, evenLevel(shared.get(i))) != null) {
          return List.of();
        }
      }
    }
    return List.of();
  }

  /**
   * @param even levels, by the number of the draft
   * @return empty where there is no room for them
   */
  private List<Draft> shared(int[] peaks, Map<Integer, Integer> even) {
    LiveGrid grid = new LiveGrid(site);
    if (site.tariff().demandChargePerKw() > 0) {
      grid.atMost(peaks);
    }
    List<Draft> shared = new ArrayList<>();
    List<Draft> others = new ArrayList<>();
    for (int i = 0; i < planned.size(); i++) {
      Draft draft = planned.get(i);
      int[] nothing = new int[draft.levels.length];
      Draft copy = new Draft(draft.session, draft.departure, draft.cells, nothing);
      copy.dearest = draft.dearestOf(site.tariff());
      shared.add(copy);
      Integer level = even.get(i);
      if (level == null) {
        others.add(copy);
      } else if (!hold(grid, copy, level)) {
        return List.of();
      }
    }
    FairShares.expect(site, grid, others, false);
    return shared;
  }

  private boolean hold(LiveGrid grid, Draft draft, int level) {
    for (int slot = 0; slot < draft.departure; slot++) {
      if (site.tariff().price(slot) <= draft.dearest) {
        if (level > draft.session.maximum() || grid.room(draft.cells, slot) < level) {
          return false;
        }
        draft.levels[slot] = level;
      }
    }
    draft.enter(grid);
    return true;
  }

  /** What gives it all it wants by its departure, whenever it may charge. */
  private int evenLevel(Draft draft) {
    double hours = 0;
    for (int slot = 0; slot < draft.departure; slot++) {
      if (site.tariff().price(slot) <= draft.dearest) {
        Instant from = slot == 0 ? site.at() : site.slotStart(slot);
        hours += Duration.between(from, site.slotStart(slot + 1)).toMillis() / 3_600_000.0;
      }
    }
    double level = Need.of(draft.session, site.at()).energyWh() / hours / draft.wattsPerTenth(site);
    return Math.max(draft.session.minimum(), (int) Math.ceil(level));
  }

  private boolean isDearer(List<Draft> shared) {
    double cost = cost(planned);
    return cost(shared) > cost + MORE * Math.abs(cost);
  }

  private boolean isAsGood(Draft shared, Draft asPlanned) {
    Need need = Need.of(shared.session, site.at());
    double less =
        Forecast.of(site, asPlanned, need).energyWh() - Forecast.of(site, shared, need).energyWh();
    return less <= Forecast.TRIFLE_WH
        && shared.periods().size() <= shared.session.maxPeriods()
        && !shared.mayTip(site)
        && shared.guaranteedWh(site) <= shared.session.deliveredWh()
        && staysOn(shared);
  }

  private boolean staysOn(Draft draft) {
    Instant until = draft.session.onUntil();
    if (until == null || !until.isAfter(site.at())) {
      return true;
    }
    int last = Math.min(site.outlook().slotAt(until.minusMillis(1)), draft.departure - 1);
    return Arrays.stream(draft.levels, 0, last + 1).allMatch(level -> level > 0);
  }

  /** Of what is wanted, slot by slot as long as something is. */
  private double cost(List<Draft> drafts) {
    double hours = site.outlook().slot().toSeconds() / 3600.0;
    double cost = 0;
    for (Draft draft : drafts) {
      double wanted = Need.of(draft.session, site.at()).energyWh();
      for (int slot = 0; slot < draft.departure && wanted > 0; slot++) {
        double comes = Math.min(wanted, draft.levels[slot] * draft.wattsPerTenth(site) * hours);
        cost += site.tariff().price(slot) * comes;
        wanted -= comes;
      }
    }
    return cost;
  }
}
