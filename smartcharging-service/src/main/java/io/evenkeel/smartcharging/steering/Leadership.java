package io.evenkeel.smartcharging.steering;

import io.evenkeel.smartcharging.SmartchargingConfig;
import io.evenkeel.smartcharging.store.LeadershipLock;
import io.evenkeel.smartcharging.store.LeadershipLock.Term;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether this process plans: it does while it holds the lock in the database, from the moment it
 * has loaded all sites. When the lock or the database is lost, everything is dropped and loaded
 * anew: what was under way is unconfirmed in what is loaded.
 */
@ApplicationScoped
public class Leadership {

  private static final Logger LOG = Logger.getLogger(Leadership.class);

  private final LeadershipLock lock;
  private final Sites sites;
  private final Leavers leavers;
  private final Stays stays;
  private final Sampling sampling;
  private final Vertx vertx;
  private final Duration tick;

  private final AtomicBoolean attempting = new AtomicBoolean();
  private volatile @Nullable Term term;
  private volatile CompletableFuture<@Nullable Void> decision = new CompletableFuture<>();
  private volatile boolean closing;
  private long timer = -1;
  private boolean saidStandby;

  Leadership(
      LeadershipLock lock,
      Sites sites,
      Leavers leavers,
      Stays stays,
      Sampling sampling,
      Vertx vertx,
      SmartchargingConfig config) {
    this.lock = lock;
    this.sites = sites;
    this.leavers = leavers;
    this.stays = stays;
    this.sampling = sampling;
    this.vertx = vertx;
    this.tick = config.tick();
  }

  void start(@Observes StartupEvent event) {
    timer = vertx.setPeriodic(1, tick.toMillis(), _ -> tick());
  }

  void stop(@Observes ShutdownEvent event) {
    closing = true;
    vertx.cancelTimer(timer);
    sites.drop();
    Term held = term;
    if (held != null) {
      term = null;
      held.end().await().atMost(Duration.ofSeconds(2));
    }
  }

  /** The epoch under which this process writes; empty when it does not plan. */
  public Optional<Long> epoch() {
    Term held = term;
    return held == null ? Optional.empty() : Optional.of(held.epoch());
  }

  /**
   * The same.
   *
   * @throws NotPlanning when it does not plan
   */
  long term() {
    return epoch().orElseThrow(NotPlanning::new);
  }

  /** Completes when it is known whether this process plans, and it is ready to if so. */
  Uni<Void> decided() {
    CompletableFuture<@Nullable Void> now = decision;
    return now.isDone() ? Uni.createFrom().voidItem() : Uni.createFrom().completionStage(now);
  }

  /** A write was refused since another process plans: to be told to whoever waited for it. */
  NotPlanning isLost() {
    lost();
    return new NotPlanning();
  }

  /** What is in memory may not be what is stored: begins anew. */
  void beginAnew() {
    lost();
  }

  private void tick() {
    if (closing) {
      return;
    }
    if (term != null) {
      sites.tick();
      leavers.tick();
      sampling.tick();
    } else if (attempting.compareAndSet(false, true)) {
      attempt();
    }
  }

  private void attempt() {
    lock.take(this::lost)
        .chain(taken -> taken.map(this::begin).orElseGet(this::standBy))
        .onTermination()
        .invoke(() -> attempting.set(false))
        .subscribe()
        .with(
            _ -> {},
            failure -> LOG.warnf("No planner yet, it is tried again: %s", failure.toString()));
  }

  private Uni<Void> standBy() {
    if (!saidStandby) {
      saidStandby = true;
      LOG.info("Another process plans; this one is ready to");
    }
    decision.complete(null);
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> begin(Term taken) {
    saidStandby = false;
    if (decision.isDone()) {
      decision = new CompletableFuture<>();
    }
    return sites
        .load(taken.epoch(), this::lost)
        .chain(leavers::load)
        .chain(stays::load)
        .invoke(
            () -> {
              term = taken;
              decision.complete(null);
              LOG.infof("Plans %d sites, epoch %d", sites.count(), taken.epoch());
            })
        .onFailure()
        .call(
            () -> {
              sites.drop();
              return taken.end();
            });
  }

  private void lost() {
    Term held = term;
    if (held == null || closing) {
      return;
    }
    LOG.warn("The lock is lost; nothing is sent until it is back");
    decision = new CompletableFuture<>();
    term = null;
    sites.drop();
    held.end().subscribe().with(_ -> {}, _ -> {});
  }
}
