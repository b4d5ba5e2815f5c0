package io.evenkeel.gateway.commands;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.store.CommandLogStore;
import io.evenkeel.gateway.store.DeadLetterStore;
import io.evenkeel.messaging.flow.Contexts;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Forgets what is too old to be kept: hourly, lines of the log of commands and dead letters. Reads
 * at the start, and hourly again, which commands are scheduled.
 */
@ApplicationScoped
public class Housekeeping {

  private static final Logger LOG = Logger.getLogger(Housekeeping.class);
  private static final Duration EVERY = Duration.ofHours(1);

  private final GatewayConfig config;
  private final CommandLogStore commands;
  private final DeadLetterStore deadLetters;
  private final ScheduledChanges scheduled;
  private final Vertx vertx;
  private final Clock clock = Clock.systemUTC();
  private long timer;

  @Inject
  public Housekeeping(
      GatewayConfig config,
      CommandLogStore commands,
      DeadLetterStore deadLetters,
      ScheduledChanges scheduled,
      Vertx vertx) {
    this.config = config;
    this.commands = commands;
    this.deadLetters = deadLetters;
    this.scheduled = scheduled;
    this.vertx = vertx;
  }

  void start(@Observes StartupEvent event) throws Throwable {
    // before the sockets open: the first status may be the one that is waited for
    VertxContextSupport.subscribeAndAwait(scheduled::load);
    timer = vertx.setPeriodic(EVERY.toMillis(), _ -> later());
  }

  private void later() {
    Contexts.later(
        Contexts.fresh(vertx.getOrCreateContext()),
        () ->
            purge()
                .subscribe()
                .with(
                    _ -> {},
                    failure -> LOG.warnf("old lines not purged, tried again later: %s", failure)));
  }

  /** Completes when what is too old is gone. */
  public Uni<Void> purge() {
    var now = clock.instant();
    return commands
        .purge(now.minus(config.commandLogRetention()))
        .chain(
            lines ->
                deadLetters
                    .purge(now.minus(config.deadLetterRetention()))
                    .invoke(
                        letters -> LOG.debugf("purged commands=%d deadLetters=%d", lines, letters)))
        .chain(scheduled::load)
        .replaceWithVoid();
  }

  @PreDestroy
  void stop() {
    vertx.cancelTimer(timer);
  }
}
