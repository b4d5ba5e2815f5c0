package io.evenkeel.smartcharging.steering;

import io.evenkeel.smartcharging.domain.live.LiveSession;
import io.evenkeel.smartcharging.domain.live.LiveSite;
import io.evenkeel.smartcharging.domain.live.SitePlan;
import io.evenkeel.smartcharging.domain.live.Strategy;
import io.evenkeel.smartcharging.domain.live.Strategy.Kind;
import io.evenkeel.smartcharging.steering.PlanState.Health;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One site's plan: made on a thread that may wait, one at a time, from the site as it is then; what
 * happened in the meantime leads to the next one. One that fails or takes too long leaves the
 * instant allocation in charge, and its result, should it still come, is dropped.
 *
 * <pre>
 *   IDLE --due, something is new--> LOOKING --> PLANNING --> FOLLOWING --> IDLE
 *                                                  \--too long--> its result is dropped
 * </pre>
 */
final class Deliberation {

  private static final Logger LOG = Logger.getLogger(Deliberation.class);

  /** Makes a plan; the plan that is in force is given to it. */
  interface Planning {
    SitePlan plan(LiveSite site, @Nullable SitePlan before);
  }

  /** Is told of every change of the plan's state. */
  interface Listener {
    void changed(String site, PlanState before, PlanState now);
  }

  private final Subject subject;
  private final Planning planning;
  private final Executor workers;
  private final InstantSource clock;
  private final Duration longest;
  private final Duration lookEvery;
  private final Listener listener;

  private volatile PlanState state = PlanState.NONE;
  private volatile boolean due = true;
  private boolean busy;
  private boolean late;
  private Instant begunAt = Instant.MIN;
  private Instant lookAgain = Instant.MIN;
  private @Nullable List<?> considered;

  Deliberation(
      Subject subject,
      Planning planning,
      Executor workers,
      InstantSource clock,
      Duration longest,
      Duration lookEvery,
      Listener listener) {
    this.subject = subject;
    this.planning = planning;
    this.workers = workers;
    this.clock = clock;
    this.longest = longest;
    this.lookEvery = lookEvery;
    this.listener = listener;
  }

  PlanState state() {
    return state;
  }

  /** Something happened that a plan may depend on. */
  void due() {
    due = true;
  }

  /** Looks whether a plan is to be made, or takes too long. */
  synchronized void tick() {
    Instant now = clock.instant();
    if (busy) {
      if (!late && begunAt.plus(longest).isBefore(now)) {
        late = true;
        giveUp(Health.LATE, "The plan takes longer than " + longest + " to be made");
      }
    } else if (due || !now.isBefore(lookAgain)) {
      due = false;
      busy = true;
      late = false;
      begunAt = now;
      lookAgain = now.plus(lookEvery);
      subject.look().subscribe().with(this::looked, this::failed);
    }
  }

  private synchronized void looked(LiveSite site) {
    Instant slotEnd = site.slotStart(1);
    lookAgain = slotEnd.isBefore(lookAgain) ? slotEnd : lookAgain;
    List<?> looks = looks(site, isFair());
    if (looks.equals(considered)) {
      busy = false;
      return;
    }
    SitePlan before = state.health() == Health.IN_FORCE ? state.plan() : null;
    try {
      workers.execute(() -> plan(site, looks, before));
    } catch (RuntimeException full) {
      failed(full);
    }
  }

  private boolean isFair() {
    Strategy strategy = state.strategy();
    return strategy == null || strategy.kind() == Kind.FAIR;
  }

  /** What a plan depends on; the energy that was delivered since is no reason for a new one. */
  private static List<?> looks(LiveSite site, boolean fair) {
    return List.of(
        site.tree(),
        site.outlook().start(),
        Arrays.deepHashCode(site.outlook().capacity()),
        Arrays.hashCode(site.tariff().pricePerKwh()),
        site.tariff().feedInPerKwh(),
        site.tariff().demandChargePerKw(),
        reserved(site),
        site.sessions().stream().map(session -> looks(session, fair)).toList());
  }

  private static Map<Integer, Integer> reserved(LiveSite site) {
    return site.reserved().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> Arrays.hashCode(each.getValue())));
  }

  private static List<?> looks(LiveSession session, boolean fair) {
    return Arrays.asList(
        session.transactionId(),
        session.phases(),
        session.minimum(),
        session.maximum(),
        session.maxPeriods(),
        session.wish(),
        fair ? session.present() : 0);
  }

  private void plan(LiveSite site, List<?> looks, @Nullable SitePlan before) {
    try {
      long begun = System.nanoTime();
      SitePlan plan = planning.plan(site, before);
      planned(plan, looks, Duration.ofNanos(System.nanoTime() - begun));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      failed(failure);
    }
  }

  private synchronized void planned(SitePlan plan, List<?> looks, Duration took) {
    if (late) {
      LOG.warnf("Site %s: a plan came after %s and is dropped", subject.site(), took);
      busy = false;
      due = true;
      return;
    }
    boolean fair = plan.strategy().kind() == Kind.FAIR;
    subject
        .follow(fair ? null : plan)
        .subscribe()
        .with(refusal -> followed(plan, looks, took, refusal), this::failed);
  }

  private synchronized void followed(SitePlan plan, List<?> looks, Duration took, String refusal) {
    busy = false;
    considered = looks;
    Strategy strategy = plan.strategy();
    Health health =
        strategy.kind() == Kind.FAIR
            ? Health.NOT_NEEDED
            : refusal.isEmpty() ? Health.IN_FORCE : Health.NOT_FOLLOWED;
    String message =
        switch (health) {
          case NOT_NEEDED -> "Everybody gets a share of what there is now";
          case IN_FORCE -> "The plan is in force";
          default -> "The plan is not followed: it might exceed " + refusal;
        };
    change(new PlanState(health, message, strategy, plan, took));
  }

  private synchronized void failed(Throwable failure) {
    busy = false;
    if (failure instanceof NotPlanning) {
      return; // another process plans, or this one is about to end
    }
    LOG.errorf(failure, "Site %s: no plan could be made", subject.site());
    giveUp(Health.FAILED, "No plan could be made: " + failure);
  }

  /** What was planned before may not hold any more. */
  private void giveUp(Health health, String because) {
    considered = null;
    change(state.tried(health, because));
    subject
        .follow(null)
        .subscribe()
        .with(
            _ -> {},
            failure -> LOG.debugf("Site %s is gone: %s", subject.site(), failure.toString()));
  }

  private void change(PlanState now) {
    PlanState before = state;
    state = now;
    listener.changed(subject.site(), before, now);
  }
}
