package io.evenkeel.smartcharging.steering;

import io.evenkeel.smartcharging.SmartchargingClock;
import io.evenkeel.smartcharging.SmartchargingConfig;
import io.evenkeel.smartcharging.domain.live.Foresight;
import io.evenkeel.smartcharging.domain.live.LiveSite;
import io.evenkeel.smartcharging.domain.live.SitePlan;
import io.evenkeel.smartcharging.domain.planning.Figures;
import io.evenkeel.smartcharging.journal.Happening;
import io.evenkeel.smartcharging.journal.Journals;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has plans made for all sites, on threads of its own, and knows how it stands with them. */
@ApplicationScoped
class PlanDesk {

  /** So often is looked whether something changed that nobody told of. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final SmartchargingClock clock;
  private final Journals journals;
  private final MeterRegistry metrics;
  private final Duration longest;
  private final ExecutorService workers;
  private final Map<String, Deliberation> bySite = new ConcurrentHashMap<>();

  PlanDesk(
      SmartchargingClock clock,
      Journals journals,
      MeterRegistry metrics,
      SmartchargingConfig config) {
    this.clock = clock;
    this.journals = journals;
    this.metrics = metrics;
    this.longest = config.planLongest();
    this.workers =
        Executors.newFixedThreadPool(
            config.planThreads(),
            Thread.ofPlatform().name("smartcharging-planner-", 0).daemon().factory());
    metrics.gauge("evenkeel_smartcharging_plan_age_seconds", this, PlanDesk::oldest);
    metrics.gauge("evenkeel_smartcharging_plan_gap_percent", this, PlanDesk::largestGap);
    for (PlanState.Health health : PlanState.Health.values()) {
      metrics.gauge(
          "evenkeel_smartcharging_plans",
          Tags.of("health", health.name()),
          this,
          desk -> desk.count(health));
    }
  }

  @PreDestroy
  void stop() {
    workers.shutdownNow();
  }

  void open(Subject subject) {
    bySite.put(
        subject.site(),
        new Deliberation(subject, this::plan, workers, clock, longest, LOOK_EVERY, this::changed));
  }

  void close(String site) {
    bySite.remove(site);
  }

  void closeAll() {
    bySite.clear();
  }

  /** Something happened at the site that a plan may depend on. */
  void due(String site) {
    Deliberation deliberation = bySite.get(site);
    if (deliberation != null) {
      deliberation.due();
    }
  }

  void tick() {
    bySite.values().forEach(Deliberation::tick);
  }

  Optional<PlanState> state(String site) {
    return Optional.ofNullable(bySite.get(site)).map(Deliberation::state);
  }

  private SitePlan plan(LiveSite site, @Nullable SitePlan before) {
    return metrics
        .timer("evenkeel_smartcharging_planner")
        .record(() -> Foresight.plan(site, before));
  }

  private void changed(String site, PlanState before, PlanState now) {
    if (before.health() != now.health() || now.health() == PlanState.Health.IN_FORCE) {
      SitePlan plan = now.plan();
      Figures figures = plan == null ? null : plan.figures();
      journals.write(
          site,
          new Happening.PlanChanged(
              now.strategy() == null ? "NONE" : now.strategy().kind().name(),
              now.health().name(),
              now.message(),
              figures == null ? null : figures.gap()));
    }
  }

  /** The age of the oldest plan that is in force. */
  private double oldest() {
    Instant now = clock.instant();
    return inForce()
        .mapToDouble(plan -> Duration.between(plan.madeAt(), now).toMillis() / 1000.0)
        .max()
        .orElse(0);
  }

  private double largestGap() {
    return inForce()
        .flatMap(plan -> Optional.ofNullable(plan.figures()).stream())
        .mapToDouble(Figures::gap)
        .max()
        .orElse(0);
  }

  private Stream<SitePlan> inForce() {
    return bySite.values().stream()
        .map(Deliberation::state)
        .filter(state -> state.health() == PlanState.Health.IN_FORCE)
        .flatMap(state -> Optional.ofNullable(state.plan()).stream());
  }

  private double count(PlanState.Health health) {
    return bySite.values().stream()
        .filter(deliberation -> deliberation.state().health() == health)
        .count();
  }
}
