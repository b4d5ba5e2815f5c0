package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.site.ConnectorTerms;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Evens a plan out. What the site draws at a time decides what it costs; who draws it does not. So
 * what was planned for the site is shared equally among those who are there. Who would have less by
 * the departure than was planned gets a multiple of the others' share, or where that is not enough
 * keeps the course that was planned.
 */
final class Evening {

  /** So often somebody may turn out to be worse off; then the plan stays as it is. */
  private static final int ATTEMPTS = 12;

  /** So often who is worse off, if they are few, gets twice as much beside the others as before. */
  private static final int DOUBLED = 3;

  /** Of what is only believed to be wanted, so much may be missing: shares are rounded down. */
  private static final double GUESS = 0.03;

  private final LiveSite site;
  private final List<Draft> planned;
  private final int[][] drawn;
  private final int[] root;
  private final Map<Draft, Integer> heavier = new HashMap<>();
  private final Set<Draft> kept = new HashSet<>();

  private Evening(LiveSite site, LiveGrid grid, List<Draft> planned) {
    this.site = site;
    this.planned = planned;
    this.root = root(site.tree());
    this.drawn = new int[root.length][site.outlook().slots()];
    for (int i = 0; i < root.length; i++) {
      int cell = root[i];
      Arrays.setAll(drawn[i], slot -> grid.load(cell, slot));
    }
  }

  /**
   * Sets the drafts' levels.
   *
   * @param grid with the levels that are planned; afterwards, with those that are even
   */
  static void out(LiveSite site, LiveGrid grid, List<Draft> planned) {
    new Evening(site, grid, planned).run(grid);
  }

  private void run(LiveGrid grid) {
    planned.stream().filter(draft -> isGuaranteed(draft) || draft.mayTip(site)).forEach(kept::add);
    for (int attempt = 0; attempt < ATTEMPTS && kept.size() < planned.size(); attempt++) {
      List<Draft> even = shared();
      List<Draft> worse = new ArrayList<>();
      for (int i = 0; i < even.size(); i++) {
        if (isWorse(even.get(i), planned.get(i))) {
          worse.add(planned.get(i));
        }
      }
      if (worse.isEmpty()) {
        for (int i = 0; i < even.size(); i++) {
          planned.get(i).leave(grid);
          planned.get(i).levels = even.get(i).levels;
          planned.get(i).enter(grid);
        }
        return;
      }
      if (attempt < DOUBLED && 2 * worse.size() < even.size()) {
        worse.forEach(draft -> heavier.merge(draft, 2, Math::multiplyExact));
      } else {
        kept.addAll(worse);
      }
    }
  }

  /** Everybody's draft: some as planned, the others' share of what the plan draws beside. */
  private List<Draft> shared() {
    LiveGrid grid = new LiveGrid(site);
    for (int i = 0; i < root.length; i++) {
      grid.atMost(root[i], drawn[i]);
    }
    List<Draft> all = new ArrayList<>();
    List<Draft> others = new ArrayList<>();
    for (Draft draft : planned) {
      Draft copy = new Draft(draft.session, draft.departure, draft.cells, draft.levels.clone());
      all.add(copy);
      if (kept.contains(draft)) {
        copy.enter(grid);
      } else {
        Arrays.fill(copy.levels, 0);
        copy.times = heavier.getOrDefault(draft, 1);
        others.add(copy);
      }
    }
    FairShares.expect(site, grid, others, false);
    others.forEach(
        each ->
            each.levels = Levels.shortened(each.levels, each.departure, each.session.maxPeriods()));
    return all;
  }

  private boolean isWorse(Draft even, Draft asPlanned) {
    Need need = Need.of(even.session, site.at());
    double allowed =
        even.session.wish().isStated()
            ? Forecast.TRIFLE_WH
            : Math.max(Forecast.TRIFLE_WH, GUESS * need.energyWh());
    double missing =
        Forecast.of(site, asPlanned, need).energyWh() - Forecast.of(site, even, need).energyWh();
    return missing > allowed || isSwitchedOffTooSoon(even);
  }

  private boolean isSwitchedOffTooSoon(Draft even) {
    Instant until = even.session.onUntil();
    if (until == null || !until.isAfter(site.at())) {
      return false;
    }
    int last = Math.min(site.outlook().slotAt(until.minusMillis(1)), even.departure - 1);
    return Arrays.stream(even.levels, 0, last + 1).anyMatch(level -> level == 0);
  }

  /** It is to have something soon, and has not had it yet. */
  private boolean isGuaranteed(Draft draft) {
    ConnectorTerms terms = site.tree().connector(draft.session.connector()).terms();
    return terms.guaranteedWh() > draft.session.deliveredWh();
  }

  private static int[] root(SiteTree tree) {
    int count = 0;
    int[] cells = new int[tree.cells()];
    for (int cell = 0; cell < tree.cells(); cell++) {
      if (tree.above(cell) < 0) {
        cells[count++] = cell;
      }
    }
    return Arrays.copyOf(cells, count);
  }
}
