package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.problem.Period;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A session with its levels, slot by slot, while a plan is being finished. */
final class Draft {

  final LiveSession session;
  final int departure;
  final int[] cells;
  int[] levels;

  /** It does not charge when a kWh costs more. */
  double dearest = Double.POSITIVE_INFINITY;

  /**
   * @param departure the slot before which it goes
   */
  Draft(LiveSession session, int departure, int[] cells, int[] levels) {
    this.session = session;
    this.departure = departure;
    this.cells = cells;
    this.levels = levels;
  }

  /** A car on fewer than three phases might tip a node whose phases may not differ much. */
  boolean mayTip(LiveSite site) {
    SiteTree tree = site.tree();
    return Math.min(session.phases(), tree.connector(session.connector()).phases()) < Phase.COUNT
        && Arrays.stream(cells).anyMatch(cell -> tree.node(cell).maxImbalance() != null);
  }

  /** So much it is to have soon after it came. */
  double guaranteedWh(LiveSite site) {
    return site.tree().connector(session.connector()).terms().guaranteedWh();
  }

  /** What a tenth of an ampere comes to, on the phases that are used. */
  double wattsPerTenth(LiveSite site) {
    int wired = site.tree().connector(session.connector()).phases();
    return Math.min(session.phases(), wired) * site.tree().definition().voltage() / 10.0;
  }

  /** The highest price at which it charges; below all where it does not. */
  double dearestOf(Tariff tariff) {
    return IntStream.range(0, departure)
        .filter(slot -> levels[slot] > 0)
        .mapToDouble(tariff::price)
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  List<Period> periods() {
    return Levels.periods(levels, departure);
  }

  /** What it is to have before a slot, in tenths of an ampere for a slot. */
  long sum(int end) {
    long sum = 0;
    for (int slot = 0; slot < end; slot++) {
      sum += levels[slot];
    }
    return sum;
  }

  void enter(LiveGrid grid) {
    for (int slot = 0; slot < departure; slot++) {
      grid.add(cells, slot, levels[slot]);
    }
  }

  void leave(LiveGrid grid) {
    for (int slot = 0; slot < departure; slot++) {
      grid.add(cells, slot, -levels[slot]);
    }
  }
}
