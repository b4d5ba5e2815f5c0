package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.allocation.Allocator;
import io.evenkeel.smartcharging.domain.allocation.Demand;
import io.evenkeel.smartcharging.domain.allocation.Rank;
import io.evenkeel.smartcharging.domain.site.ConnectorTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What equal or weighted shares are expected to come to: slot by slot the instant allocation of
 * those who are still there and still want something. A turn is a slot here; the first ones end
 * when they really do.
 */
final class FairShares {

  private final LiveSite site;
  private final LiveGrid grid;
  private final List<Draft> drafts;
  private final double[] wantedWh;
  private final Instant[] since;
  private final Allocator shares;

  private FairShares(LiveSite site, LiveGrid grid, List<Draft> drafts) {
    this.site = site;
    this.grid = grid;
    this.drafts = drafts;
    this.wantedWh = new double[drafts.size()];
    this.since = new Instant[drafts.size()];
    this.shares = new Allocator(site.tree(), site.tree().limits());
  }

  /**
   * Sets the drafts' levels.
   *
   * @param grid as it is without them
   * @param goingOn in the current slot they get what they have
   */
  static void expect(LiveSite site, LiveGrid grid, List<Draft> drafts, boolean goingOn) {
    new FairShares(site, grid, drafts).run(goingOn);
  }

  private void run(boolean goingOn) {
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      wantedWh[i] = Need.of(draft.session, site.at()).energyWh();
      since[i] = since(draft.session);
      if (goingOn) {
        draft.levels[0] = draft.session.present();
        deliver(i, 0);
      }
    }
    for (int slot = goingOn ? 1 : 0; slot < site.outlook().slots(); slot++) {
      share(slot);
    }
  }

  /** Who is on is so until the end of its turn; who waits is taken to have waited for a turn. */
  private Instant since(LiveSession session) {
    Instant until = session.onUntil();
    Instant end = until != null && session.present() > 0 ? until : site.at();
    return end.minus(site.outlook().slot());
  }

  private void share(int slot) {
    List<Demand> demands = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (slot < draft.departure
          && wantedWh[i] > 0
          && site.tariff().price(slot) <= draft.dearest
          && draft.session.maximum() >= draft.session.minimum()) {
        demands.add(demand(i, slot));
      }
    }
    if (demands.isEmpty()) {
      return;
    }
    shares.update(grid.room(slot), demands);
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (slot < draft.departure && wantedWh[i] > 0) {
        int before = before(draft, slot);
        draft.levels[slot] = shares.limit(draft.session.connector());
        if (before > 0 != draft.levels[slot] > 0) {
          since[i] = begin(slot);
        }
        deliver(i, slot);
      }
    }
  }

  private static int before(Draft draft, int slot) {
    return slot == 0 ? draft.session.present() : draft.levels[slot - 1];
  }

  private Demand demand(int i, int slot) {
    Draft draft = drafts.get(i);
    ConnectorTerms terms = site.tree().connector(draft.session.connector()).terms();
    Rank rank =
        Rank.of(
            terms.group(),
            terms.servePriority(),
            before(draft, slot) > 0,
            since[i],
            site.outlook().slot(),
            begin(slot));
    return new Demand(
        draft.session.connector(),
        draft.session.phases(),
        draft.session.minimum(),
        draft.session.maximum(),
        terms.weight(),
        rank);
  }

  private void deliver(int i, int slot) {
    Draft draft = drafts.get(i);
    double watts = draft.levels[slot] * draft.wattsPerTenth(site);
    wantedWh[i] -=
        watts * Duration.between(begin(slot), site.slotStart(slot + 1)).toMillis() / 3_600_000.0;
  }

  private Instant begin(int slot) {
    return slot == 0 ? site.at() : site.slotStart(slot);
  }
}
