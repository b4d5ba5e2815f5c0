package io.evenkeel.smartcharging.steering;

import io.evenkeel.smartcharging.domain.control.SiteControl;
import io.evenkeel.smartcharging.domain.live.LiveSite;
import io.evenkeel.smartcharging.domain.live.Promise;
import io.evenkeel.smartcharging.domain.live.SitePlan;
import io.evenkeel.smartcharging.domain.problem.Period;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A site that is run here, as its planner sees it. */
final class Steered implements Subject {

  private final String site;
  private final SiteActor actor;
  private final InstantSource clock;
  private final Stays stays;

  Steered(String site, SiteActor actor, InstantSource clock, Stays stays) {
    this.site = site;
    this.actor = actor;
    this.clock = clock;
    this.stays = stays;
  }

  @Override
  public String site() {
    return site;
  }

  @Override
  public Uni<LiveSite> look() {
    return actor.ask(control -> control.live(clock.instant())).map(stays::with);
  }

  @Override
  public Uni<String> follow(@Nullable SitePlan plan) {
    return actor.tell(control -> control.desire(courses(control, plan))).chain(this::refusal);
  }

  private Uni<String> refusal() {
    return actor.ask(
        control -> {
          String refused = control.planRefused();
          return refused == null ? "" : refused;
        });
  }

  /** Of the transactions that still run; the plan may be a moment old. */
  private static Map<ConnectorKey, Course> courses(SiteControl control, @Nullable SitePlan plan) {
    Map<ConnectorKey, Course> courses = new HashMap<>();
    if (plan != null && plan.site().tree().equals(control.tree())) {
      Map<ConnectorKey, Integer> running = control.transactions();
      for (Promise promise : plan.promises()) {
        ConnectorKey key = control.tree().connector(promise.connector()).key();
        if (Objects.equals(running.get(key), promise.transactionId())) {
          courses.put(key, course(plan, promise));
        }
      }
    }
    return courses;
  }

  /** Nothing is promised for later than the departure: then the charger's default counts. */
  private static Course course(SitePlan plan, Promise promise) {
    List<Course.Step> steps = new ArrayList<>();
    for (Period period : promise.periods()) {
      steps.add(new Course.Step(plan.site().slotStart(period.start()), period.limit()));
    }
    return Course.of(steps, plan.site().slotStart(plan.departureSlot(promise)));
  }
}
