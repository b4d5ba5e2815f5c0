package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A site at an instant, with all that a plan is made from. It does not change once it is made.
 *
 * @param outlook what each cell may carry for charging; its first slot is the current one
 * @param tariff a price for each slot of the outlook
 * @param reserved what connectors may draw that nobody can tell anything now, in tenths of an
 *     ampere per slot, by connector number: it is taken from what the others share. Not to be
 *     written to
 * @param sessions one per connector at most, by connector number
 */
public record LiveSite(
    SiteTree tree,
    Instant at,
    Outlook outlook,
    Tariff tariff,
    Map<Integer, int[]> reserved,
    List<LiveSession> sessions) {

  public LiveSite {
    reserved = Map.copyOf(reserved);
    sessions = List.copyOf(sessions);
  }

  /** When a slot begins. */
  public Instant slotStart(int slot) {
    return outlook.start().plus(outlook.slot().multipliedBy(slot));
  }
}
