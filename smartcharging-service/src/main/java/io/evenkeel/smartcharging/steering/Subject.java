package io.evenkeel.smartcharging.steering;

import io.evenkeel.smartcharging.domain.live.LiveSite;
import io.evenkeel.smartcharging.domain.live.SitePlan;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** A site that wants a plan, as its planner sees it. */
interface Subject {

  String site();

  /** The site as it is now. */
  Uni<LiveSite> look();

  /**
   * The plan is to be followed from now on, as far as its sessions still run; null: none is.
   *
   * @return why it is not followed; empty when it is
   */
  Uni<String> follow(@Nullable SitePlan plan);
}
