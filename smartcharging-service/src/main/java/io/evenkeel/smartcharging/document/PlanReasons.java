package io.evenkeel.smartcharging.document;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Plan;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.Phase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why sessions of a plan do not get more, or not sooner: found by looking at what is free around
 * them, slot by slot.
 */
final class PlanReasons {

  private static final double TRIFLE_WH = 1;

  private final Instance instance;
  private final Plan plan;
  private final Occupancy occupancy;
  private final Map<Integer, Integer> highestGroups = new HashMap<>();

  PlanReasons(Instance instance, Plan plan) {
    this.instance = instance;
    this.plan = plan;
    this.occupancy = Occupancy.of(instance, plan);
    for (LoadSession session : instance.sessions()) {
      if (plan.schedules().containsKey(session.id())) {
        for (int cell : occupancy.cells(session)) {
          highestGroups.merge(cell, session.group(), Math::max);
        }
      }
    }
  }

  /** Where a session could not have more. */
  private record Tight(int cell, int firstSlot, int slots) {}

  Why of(LoadSession session, double shortfallWh) {
    int wired = occupancy.connector(session).max();
    int most = Math.min(session.max(), wired) / instance.step() * instance.step();
    if (session.energyWh() <= TRIFLE_WH) {
      return Why.plain("NEED_MET", "Asked for nothing");
    }
    if (most < session.min()) {
      return Why.belowMinimum(session, occupancy.connector(session));
    }
    int[] currents = occupancy.currents(session, plan);
    boolean enough = shortfallWh <= TRIFLE_WH;
    int until = enough ? lastOn(currents) : currents.length;
    // the last slot of a need that is met may be less
    if (alwaysAt(most, currents, enough ? until - 1 : until)) {
      String text =
          enough
              ? "Charges as fast as %s stands, from its arrival on"
              : "Stays too short for what it asked for, at the most that %s stands";
      return session.max() < wired
          ? Why.plain("CAR_MAXIMUM", text.formatted("the car"))
          : Why.plain("CONNECTOR_MAXIMUM", text.formatted("its charger"));
    }
    Tight tight = tightest(session, currents, most, until);
    if (!enough) {
      return tight == null ? noRoomOtherwise(session) : full(session, tight, currents.length);
    }
    int waits = firstBelow(most, currents);
    if (tight != null && tight.firstSlot() == session.arrival() + waits) {
      return at("NEED_MET", tight, "In time; not sooner, since %s is full on %s for a while");
    }
    return later(session, currents, waits);
  }

  private Why full(LoadSession session, Tight tight, int stay) {
    if (highestGroups.getOrDefault(tight.cell(), session.group()) > session.group()) {
      return at("BEHIND", tight, "A group of higher priority uses %s on %s");
    }
    String where = "Gets less than it asked for: %s is full on %s in ";
    return at("NODE_FULL", tight, where + tight.slots() + " of the " + stay + " slots of its stay");
  }

  /** There is room where it gets less, so something else than room is in the way. */
  private Why noRoomOtherwise(LoadSession session) {
    for (int cell : occupancy.cells(session)) {
      if (occupancy.node(cell).maxImbalance() != null) {
        return Why.at(
            "BALANCE",
            occupancy.node(cell).id(),
            Occupancy.phase(cell),
            "More would put the phases of %s out of balance on %s");
      }
    }
    int periods = session.maxPeriods() == null ? instance.maxPeriods() : session.maxPeriods();
    return plan.schedules().getOrDefault(session.id(), List.of()).size() < periods
        ? Why.plain("ROOM_LEFT", "There is room for it that this plan does not use")
        : Why.plain(
            "PERIODS",
            "Its charger stands %d periods; more of them would follow the room more closely"
                .formatted(periods));
  }

  private Why later(LoadSession session, int[] currents, int waits) {
    Tariff tariff = instance.tariff();
    int slot = session.arrival() + waits;
    int cheapest = slot;
    for (int i = waits + 1; i < currents.length; i++) {
      int at = session.arrival() + i;
      if (currents[i] > currents[waits] && tariff.price(at) < tariff.price(cheapest)) {
        cheapest = at;
      }
    }
    if (cheapest > slot) {
      return Why.plain(
          "PRICE",
          "In time; waits for slot %d, where a kWh costs %s instead of %s"
              .formatted(cheapest, tariff.price(cheapest), tariff.price(slot)));
    }
    return tariff.demandChargePerKw() > 0
        ? Why.plain(
            "PEAK", "In time; sooner would raise the highest import of the site, which costs")
        : Why.plain("NEED_MET", "Gets in time all the energy it asked for");
  }

  /** The cell that is in the way most often; null when there is none. */
  private @Nullable Tight tightest(LoadSession session, int[] currents, int most, int until) {
    int[] cells = occupancy.cells(session);
    Map<Integer, Tight> found = new HashMap<>();
    @Nullable Tight worst = null;
    for (int i = 0; i < until; i++) {
      int slot = session.arrival() + i;
      int cell = occupancy.tightest(cells, slot);
      int possible = currents[i] + occupancy.room(cell, slot);
      boolean full = possible < currents[i] + instance.step() || possible < session.min();
      if (currents[i] < most && full) {
        Tight before = found.getOrDefault(cell, new Tight(cell, slot, 0));
        Tight now = new Tight(cell, before.firstSlot(), before.slots() + 1);
        found.put(cell, now);
        worst = worst == null || now.slots() > worst.slots() ? now : worst;
      }
    }
    return worst;
  }

  private Why at(String reason, Tight tight, String text) {
    Phase phase = Occupancy.phase(tight.cell());
    return Why.at(reason, occupancy.node(tight.cell()).id(), phase, text);
  }

  private static int lastOn(int[] currents) {
    int last = currents.length;
    while (last > 0 && currents[last - 1] == 0) {
      last--;
    }
    return last;
  }

  private static boolean alwaysAt(int most, int[] currents, int until) {
    for (int i = 0; i < until; i++) {
      if (currents[i] < most) {
        return false;
      }
    }
    return true;
  }

  private static int firstBelow(int most, int[] currents) {
    int first = 0;
    while (first < currents.length - 1 && currents[first] >= most) {
      first++;
    }
    return first;
  }
}
