package io.evenkeel.smartcharging.steering;

import io.evenkeel.smartcharging.domain.control.SiteControl;
import io.evenkeel.smartcharging.domain.live.LiveSite;
import io.evenkeel.smartcharging.domain.live.Promise;
import io.evenkeel.smartcharging.domain.live.SitePlan;
import io.evenkeel.smartcharging.domain.problem.Period;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A site that is run here, as its planner sees it. */
final class Steered implements Subject {

  private static final int STEPS_OF_THE_END = 8;

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
        if (plan.steered().contains(promise.connector())
            && Objects.equals(running.get(key), promise.transactionId())) {
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
    return Course.of(steps, end(plan.site(), plan.departureSlot(promise)));
  }

  /**
   * The horizon moves on with every slot; the end of a schedule that reaches it moves in larger
   * steps, so that nothing is sent only because time has passed. There are plans enough before it.
   */
  static Instant end(LiveSite site, int departureSlot) {
    Outlook outlook = site.outlook();
    if (departureSlot < outlook.slots()) {
      return site.slotStart(departureSlot);
    }
    long step = Math.max(1, outlook.slots() / STEPS_OF_THE_END) * outlook.slot().toSeconds();
    long end = Math.floorDiv(outlook.end().getEpochSecond(), step) * step;
    Instant inSteps = Instant.ofEpochSecond(end);
    return inSteps.isAfter(site.slotStart(1)) ? inSteps : outlook.end();
  }
}
