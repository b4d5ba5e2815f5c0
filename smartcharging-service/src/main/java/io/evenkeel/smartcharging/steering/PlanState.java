package io.evenkeel.smartcharging.steering;

import io.evenkeel.smartcharging.domain.live.SitePlan;
import io.evenkeel.smartcharging.domain.live.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a site's plan. Without a plan in force, and for all that it does not cover,
 * the instant allocation is in charge.
 *
 * @param plan the last one that was made; null: none yet
 * @param strategy of the last one
 * @param message what health means, in words
 * @param took how long the last one took
 */
public record PlanState(
    Health health,
    String message,
    @Nullable Strategy strategy,
    @Nullable SitePlan plan,
    Duration took) {

  /** Whether the plan can be relied on. */
  public enum Health {
    /** None was made yet. */
    NONE,
    /** There is nothing to plan: everybody gets an equal or weighted share. */
    NOT_NEEDED,
    /** It is in force. */
    IN_FORCE,
    /** It was made, but together with what chargers may still do it might exceed a node. */
    NOT_FOLLOWED,
    /** It is being made for longer than is good. */
    LATE,
    /** Making it failed. */
    FAILED
  }

  static final PlanState NONE =
      new PlanState(
          Health.NONE,
          "The first plan is being made; until then everybody gets an equal or weighted share",
          null,
          null,
          Duration.ZERO);

  /** What a plan that is in force says of an instant, per cell; null when there is none. */
  int @Nullable [] plannedAt(Instant at) {
    SitePlan known = plan;
    if (health != Health.IN_FORCE || known == null) {
      return null;
    }
    int slot = known.site().outlook().slotAt(at);
    return slot < 0 || slot >= known.site().outlook().slots()
        ? null
        : Arrays.stream(known.planned()).mapToInt(cell -> cell[slot]).toArray();
  }

  PlanState tried(Health now, String because) {
    return new PlanState(now, because, strategy, plan, took);
  }
}
