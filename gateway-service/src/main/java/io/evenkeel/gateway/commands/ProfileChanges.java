package io.evenkeel.gateway.commands;

import io.evenkeel.gateway.domain.command.ProfileChange;
import io.evenkeel.gateway.store.ProfileChangeStore;
import io.evenkeel.gateway.store.ProfileChangeStore.Overdue;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.ChargePointEvent.ProfileChanged;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.flow.Contexts;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Tells everybody when an operator's command changed charging profiles. It is written down before
 * it is sent and struck out when it has been told, so it is told whatever dies in between: at the
 * latest a good minute after its time was over, then from the log of commands. It may be told
 * twice.
 */
@ApplicationScoped
public class ProfileChanges {

  private static final Logger LOG = Logger.getLogger(ProfileChanges.class);
  private static final Duration EVERY = Duration.ofSeconds(30);

  /** So long after its time an outcome may still be on its way into the log. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ProfileChangeStore store;
  private final Publisher<ChargePointEvent> events;
  private final Vertx vertx;
  private final Clock clock = Clock.systemUTC();
  private long timer;

  @Inject
  public ProfileChanges(ProfileChangeStore store, Publisher<ChargePointEvent> events, Vertx vertx) {
    this.store = store;
    this.events = events;
    this.vertx = vertx;
  }

  void start(@Observes StartupEvent event) {
    timer = vertx.setPeriodic(EVERY.toMillis(), _ -> later());
  }

  private void later() {
    Contexts.later(
        Contexts.fresh(vertx.getOrCreateContext()),
        () ->
            tellOverdue(clock.instant())
                .subscribe()
                .with(
                    _ -> {},
                    failure ->
                        LOG.warnf("changed profiles not told, tried again later: %s", failure)));
  }

  /** Completes when the command may be sent. */
  Uni<Void> begins(ProfileChange change) {
    return store.add(change);
  }

  /** Tells what came of it, some time. */
  void ended(ProfileChange change, CommandOutcome outcome) {
    told(change, outcome)
        .chain(() -> store.remove(change.commandId()))
        .subscribe()
        .with(
            _ -> {},
            failure ->
                LOG.warnf(
                    "changed profile not told, tried again later; commandId=%s chargePoint=%s"
                        + " cause=%s",
                    change.commandId(), change.chargePoint(), failure));
  }

  private Uni<Void> told(ProfileChange change, CommandOutcome outcome) {
    if (!ProfileChange.mayBeDone(outcome)) {
      return Uni.createFrom().voidItem();
    }
    var answeredAt = outcome.answeredAt();
    return events.publish(
        new ProfileChanged(
            change.chargePoint(),
            answeredAt == null ? clock.instant() : answeredAt,
            change.commandId(),
            outcome.sentAt(),
            change.request(),
            outcome.response()));
  }

  /** Tells those that should have been told before; completes when that is done. */
  public Uni<Void> tellOverdue(Instant now) {
    return store
        .overdue(now.minus(PATIENCE))
        .chain(
            found ->
                Multi.createFrom()
                    .iterable(found)
                    .onItem()
                    .transformToUniAndConcatenate(this::tell)
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Void> tell(Overdue overdue) {
    return overdue
        .event()
        .map(events::publish)
        .orElseGet(() -> Uni.createFrom().voidItem())
        .chain(() -> store.remove(overdue.commandId()));
  }

  @PreDestroy
  void stop() {
    vertx.cancelTimer(timer);
  }
}
