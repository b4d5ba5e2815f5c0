package io.evenkeel.auth.bus;

import io.evenkeel.auth.AuthClock;
import io.evenkeel.auth.AuthConfig;
import io.evenkeel.auth.store.Untold;
import io.evenkeel.auth.store.UntoldStore;
import io.evenkeel.messaging.AuthEvent;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.flow.Contexts;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Tells the gateways what changed. What could not be told (the bus was away, this process died
 * between commit and telling) is told again until it is.
 */
@ApplicationScoped
public class Telling {

  private static final Logger LOG = Logger.getLogger(Telling.class);
  private static final int AT_ONCE = 16;

  private final Publisher<AuthEvent> publisher;
  private final UntoldStore store;
  private final AnswersUnderWay answers;
  private final AuthClock clock;
  private final Vertx vertx;
  private final Duration every;
  private final AtomicBoolean retelling = new AtomicBoolean();
  private long timer;

  Telling(
      Publisher<AuthEvent> publisher,
      UntoldStore store,
      AnswersUnderWay answers,
      AuthClock clock,
      Vertx vertx,
      AuthConfig config) {
    this.publisher = publisher;
    this.store = store;
    this.answers = answers;
    this.clock = clock;
    this.vertx = vertx;
    this.every = config.retellEvery();
  }

  /** The change is committed; not every gateway knows. */
  public static final class NotTold extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTold(Throwable cause) {
      super(cause.toString(), cause);
    }
  }

  /**
   * Completes when no answer with the old decision is under way in this process any more and every
   * gateway has the news. Fails with {@link NotTold}; then it is told later, without anybody
   * asking. Comes back on the caller's Vert.x context, whoever's answer it was that was waited for.
   */
  public Uni<Void> tell(List<Untold> untold) {
    if (untold.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.createFrom()
        .deferred(
            () -> {
              ContextInternal caller = Contexts.current();
              return toldToAll(untold).emitOn(rest -> Contexts.on(caller, rest));
            });
  }

  private Uni<Void> toldToAll(List<Untold> untold) {
    return answers
        .given()
        .chain(() -> Uni.join().all(news(untold)).usingConcurrencyOf(AT_ONCE).andFailFast())
        .onItemOrFailure()
        .invoke((told, failure) -> count(failure == null ? "told" : "failed"))
        .onFailure()
        .transform(NotTold::new)
        .call(() -> crossedOff(untold))
        .replaceWithVoid();
  }

  private List<Uni<Void>> news(List<Untold> untold) {
    return untold.stream().map(Untold::event).distinct().map(publisher::publish).toList();
  }

  private static void count(String outcome) {
    Metrics.counter("evenkeel_auth_news", "outcome", outcome).increment();
  }

  /** Telling twice does no harm, so it is no failure when this does not work. */
  private Uni<Void> crossedOff(List<Untold> untold) {
    return store
        .told(untold)
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.debugf("Told, but not crossed off, so it is told again: %s", failure);
              return Uni.createFrom().voidItem();
            });
  }

  void onStart(@Observes StartupEvent started) {
    timer = vertx.setPeriodic(1, every.toMillis(), unused -> retell());
  }

  void onStop(@Observes ShutdownEvent stopping) {
    vertx.cancelTimer(timer);
  }

  private void retell() {
    if (!retelling.compareAndSet(false, true)) {
      return;
    }
    store
        .changedBefore(clock.instant().minus(every))
        .chain(untold -> retell(untold))
        .onTermination()
        .invoke(() -> retelling.set(false))
        .subscribe()
        .with(
            unused -> {},
            failure ->
                LOG.warnf(
                    "Gateways may not know of changed idTags yet; trying again every %s: %s",
                    every, failure));
  }

  private Uni<Void> retell(List<Untold> untold) {
    if (!untold.isEmpty()) {
      LOG.infof(
          "Telling gateways of %d changes of idTags that were not told before", untold.size());
    }
    return tell(untold);
  }
}
