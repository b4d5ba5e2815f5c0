package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.planning.Figures;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan for a live site. No node, phase or slot of its outlook carries more than it may.
 *
 * @param site what it was made from
 * @param strategy how, and why so
 * @param promises one for each session
 * @param planned what charging draws, in tenths of an ampere per cell and slot; nobody can tell
 *     those connectors anything that the site has reserved for, and they come on top
 * @param steered connectors whose promises are orders; those of the others only foretell what
 *     sharing will give them
 * @param figures how far from the best it is at most; null when the strategy is fair: then nothing
 *     was optimised
 */
public record SitePlan(
    LiveSite site,
    Strategy strategy,
    List<Promise> promises,
    int[][] planned,
    @Nullable Figures figures,
    Set<Integer> steered) {

  public SitePlan {
    promises = List.copyOf(promises);
    steered = Set.copyOf(steered);
  }

  public Instant madeAt() {
    return site.at();
  }

  /** The slot before which a session is believed to go. */
  public int departureSlot(Promise promise) {
    return departureSlot(site, promise.departure());
  }

  static int departureSlot(LiveSite site, Instant departure) {
    return Math.clamp(site.outlook().slotAt(departure), 1, site.outlook().slots());
  }

  /** What a session is to get in a slot, in tenths of an ampere. */
  public int[] levels(Promise promise) {
    return Levels.of(promise.periods(), departureSlot(promise), site.outlook().slots());
  }
}
