package io.evenkeel.gateway.socket;

import io.evenkeel.gateway.domain.connection.DisconnectCause;
import io.evenkeel.gateway.registry.Registry;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.ConnectionFact;
import io.evenkeel.messaging.Directory;
import io.evenkeel.messaging.NodeIdentity;
import io.evenkeel.messaging.Publisher;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Tells everybody which sockets this node holds. What could not be told is told again. */
@Singleton
public class Announcements {

  private static final Logger LOG = Logger.getLogger(Announcements.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final int REPEATS = 10;

  private final Publisher<ConnectionFact> facts;
  private final Publisher<ChargePointEvent> events;
  private final Registry registry;
  private final Directory directory;
  private final NodeIdentity self;
  private final AtomicInteger underWay = new AtomicInteger();
  private final Clock clock = Clock.systemUTC();

  @Inject
  public Announcements(
      Publisher<ConnectionFact> facts,
      Publisher<ChargePointEvent> events,
      Registry registry,
      Directory directory,
      NodeIdentity self) {
    this.facts = facts;
    this.events = events;
    this.registry = registry;
    this.directory = directory;
    this.self = self;
  }

  /** A new life of this node begins: sockets of an earlier one are void. */
  Uni<Void> nodeStarted() {
    return facts.publish(new ConnectionFact.NodeStarted(self.ordinal(), self.epoch()));
  }

  /**
   * The socket is the charge point's; the connection is told when everybody knows, or nobody does.
   */
  void connected(Connection connection) {
    var chargePoint = connection.chargePoint();
    var since = connection.since();
    var told =
        Uni.createFrom()
            .completionStage(() -> registry.find(chargePoint))
            .chain(
                device ->
                    Uni.join()
                        .all(
                            facts.publish(
                                new ConnectionFact.Held(chargePoint, connection.session(), since)),
                            device
                                .map(
                                    known ->
                                        events.publish(
                                            new ChargePointEvent.Connected(
                                                chargePoint,
                                                since,
                                                connection.session(),
                                                registry.capabilities(known))))
                                .orElseGet(() -> Uni.createFrom().voidItem()))
                        .andFailFast());
    track(told)
        .subscribe()
        .with(
            _ -> connection.announced(true),
            failure -> {
              LOG.warnf(
                  "connection not announced, tried again soon; chargePoint=%s cause=%s",
                  chargePoint, failure);
              connection.announced(false);
            });
  }

  /**
   * The socket was the charge point's on this node, and is gone. When another node has a newer one,
   * the charge point itself is not.
   */
  void disconnected(Connection connection, DisconnectCause cause) {
    var chargePoint = connection.chargePoint();
    var session = connection.session();
    repeated(() -> facts.publish(new ConnectionFact.Released(chargePoint, session)), chargePoint);
    if (heldElsewhere(connection)) {
      return;
    }
    Instant now = clock.instant();
    repeated(
        () ->
            events.publish(
                new ChargePointEvent.Disconnected(chargePoint, now, session, cause.label())),
        chargePoint);
  }

  private void repeated(Supplier<Uni<? extends Void>> told, String chargePoint) {
    track(
            Uni.createFrom()
                .<Void>deferred(told)
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(REPEATS))
        .subscribe()
        .with(
            _ -> {},
            failure ->
                LOG.errorf(
                    "disconnection not announced, others learn of it when the charge point"
                        + " connects again or this node restarts; chargePoint=%s cause=%s",
                    chargePoint, failure));
  }

  private <T> Uni<T> track(Uni<T> told) {
    return told.onSubscription()
        .invoke(underWay::incrementAndGet)
        .onTermination()
        .invoke(underWay::decrementAndGet);
  }

  /** Does another node hold a newer socket of the charge point? */
  boolean heldElsewhere(Connection connection) {
    return directory
        .sessionOf(connection.chargePoint())
        .filter(session -> session.node() != self.ordinal())
        .isPresent();
  }

  /** Announcements that are not through yet. */
  int underWay() {
    return underWay.get();
  }
}
