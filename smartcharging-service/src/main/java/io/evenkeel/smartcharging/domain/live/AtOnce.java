package io.evenkeel.smartcharging.domain.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Equal shares in place of a plan: everybody charges from now on whenever it costs no more than the
 * dearest that was planned for it. Where a night is cheap all of it that is all there is to plan.
 */
final class AtOnce {

  /** So much of the cost equal shares may cost more. */
  private static final double MORE = 0.002;

  private final LiveSite site;
  private final List<Draft> planned;

  private AtOnce(LiveSite site, List<Draft> planned) {
    this.site = site;
    this.planned = planned;
  }

  /**
   * Sets the drafts' levels where nobody would have less by that, and it costs the same.
   *
   * @param grid with the levels that are planned; afterwards, with the others
   * @return whether it did
   */
  static boolean share(LiveSite site, LiveGrid grid, List<Draft> planned) {
    AtOnce atOnce = new AtOnce(site, planned);
    List<Draft> shared = atOnce.shared(grid);
    if (!atOnce.isAsGood(shared)) {
      return false;
    }
    for (int i = 0; i < shared.size(); i++) {
      planned.get(i).leave(grid);
      planned.get(i).levels = shared.get(i).levels;
      planned.get(i).enter(grid);
    }
    return true;
  }

  private List<Draft> shared(LiveGrid asPlanned) {
    LiveGrid grid = new LiveGrid(site);
    if (site.tariff().demandChargePerKw() > 0) {
      grid.atMost(asPlanned.peaks());
    }
    List<Draft> shared = new ArrayList<>();
    for (Draft draft : planned) {
      int[] nothing = new int[draft.levels.length];
      Draft copy = new Draft(draft.session, draft.departure, draft.cells, nothing);
      copy.dearest = dearest(draft);
      shared.add(copy);
    }
    FairShares.expect(site, grid, shared, false);
    return shared;
  }

  private double dearest(Draft draft) {
    return IntStream.range(0, draft.departure)
        .filter(slot -> draft.levels[slot] > 0)
        .mapToDouble(site.tariff()::price)
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private boolean isAsGood(List<Draft> shared) {
    double cost = cost(planned);
    if (cost(shared) > cost + MORE * Math.abs(cost)) {
      return false;
    }
    for (int i = 0; i < shared.size(); i++) {
      if (!isAsGood(shared.get(i), planned.get(i))) {
        return false;
      }
    }
    return true;
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
