package io.evenkeel.messaging.bus;

import static io.evenkeel.messaging.Samples.SESSION;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.AuthorizationCall;
import io.evenkeel.messaging.CallFailed;
import io.evenkeel.messaging.Calls;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.Command;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.Commands;
import io.evenkeel.messaging.ConnectionFact;
import io.evenkeel.messaging.Directory;
import io.evenkeel.messaging.NodeIdentity;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.Samples;
import io.evenkeel.messaging.flow.Contexts;
import io.evenkeel.ocpp.core.ClearCache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The beans, wired in a Quarkus application, with both connectors on the class path. */
@QuarkusTest
class LocalBusTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject Publisher<ChargePointEvent> events;
  @Inject Publisher<ConnectionFact> connections;
  @Inject Calls calls;
  @Inject Commands commands;
  @Inject Directory directory;
  @Inject NodeIdentity self;
  @Inject BusApplication application;
  @Inject Vertx vertx;

  @AfterEach
  void reset() {
    application.reset();
  }

  @Test
  void publishesWhenTheReaderIsDoneAndNotBefore() {
    List<Runnable> open = new CopyOnWriteArrayList<>();
    application.onEvent = _ -> Uni.createFrom().emitter(e -> open.add(() -> e.complete(null)));

    var published = events.publish(Samples.event("CP", 1)).subscribeAsCompletionStage();
    await().until(() -> open.size() == 1);
    assertTrue(!published.isDone(), "before the handler is done");
    open.getFirst().run();

    published.orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Test
  void comesBackOnTheContextOfTheSubscriber() {
    Context mine = Contexts.fresh(vertx.getOrCreateContext());
    List<Context> back = new CopyOnWriteArrayList<>();
    mine.runOnContext(
        _ -> {
          events
              .publish(Samples.event("CP", 1))
              .subscribe()
              .with(_ -> back.add(Vertx.currentContext()));
          calls
              .transaction(Samples.transactionCall("back", "CP", PATIENCE))
              .subscribe()
              .with(_ -> back.add(Vertx.currentContext()));
        });
    await().until(back::size, size -> size == 2);
    assertEquals(List.of(mine, mine), back);
  }

  @Test
  void callsAndIsAnswered() {
    var response =
        calls.transaction(Samples.transactionCall("c1", "CP", PATIENCE)).await().atMost(PATIENCE);
    assertEquals(Samples.started(42), response);
  }

  @Test
  void aCallThatNobodyAnswersFailsAtItsDeadline() {
    AuthorizationCall call =
        new AuthorizationCall("c2", "CP", SESSION, Instant.now().plusMillis(50), "TAG");
    Uni<Authorization> asked = calls.authorization(call);
    assertThrows(CallFailed.class, () -> asked.await().atMost(PATIENCE));
  }

  @Test
  void foldsConnectionsAndSendsCommandsThere() {
    // Given a charge point on this node, and a gateway that answers
    connections
        .publish(new ConnectionFact.Held("CP-D", SESSION, Instant.now()))
        .await()
        .atMost(PATIENCE);
    assertEquals(Optional.of(SESSION), directory.sessionOf("CP-D"));

    CommandOutcome answered =
        commands.send("CP-D", new ClearCache.Request(), PATIENCE).await().atMost(PATIENCE);
    CommandOutcome offline =
        commands.send("nowhere", new ClearCache.Request(), PATIENCE).await().atMost(PATIENCE);

    Command seen = application.commands.getFirst();
    assertAll(
        () -> assertEquals(Outcome.Answered, answered.outcome()),
        () -> assertEquals(Outcome.Offline, offline.outcome()),
        () -> assertEquals(SESSION, seen.to()),
        () -> assertEquals(self.instance(), seen.origin()));
  }

  @Test
  void whatTheReaderCannotDigestIsParkedAndCountsAsPublished() {
    application.onEvent = _ -> Uni.createFrom().failure(new IllegalArgumentException("no"));
    ChargePointEvent event = Samples.event("CP", 1);

    events.publish(event).await().atMost(PATIENCE);

    assertEquals(List.of(event), application.parked);
  }

  @Test
  void worksFromAThreadThatIsNotVertx() throws Exception {
    try (var executor = Executors.newSingleThreadExecutor()) {
      executor
          .submit(() -> events.publish(Samples.event("CP", 1)).await().atMost(PATIENCE))
          .get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void isOneInstanceWithOneName() {
    assertAll(
        () -> assertEquals(0, self.ordinal()),
        () -> assertTrue(self.instance().startsWith("messaging-test-"), self.instance()),
        () -> assertTrue(self.epoch() <= System.currentTimeMillis(), "epoch"));
  }

  @Test
  void startsNothingOfKafka() {
    List<String> threads =
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(name -> name.contains("kafka"))
            .toList();
    assertEquals(List.of(), threads);
  }

  @Test
  void aFailureOfTheSubscriberDoesNotReachTheBus() {
    assertInstanceOf(
        IllegalStateException.class,
        assertThrows(
            IllegalStateException.class,
            () ->
                events
                    .publish(Samples.event("CP", 1))
                    .onItem()
                    .invoke(
                        () -> {
                          throw new IllegalStateException("mine");
                        })
                    .await()
                    .atMost(PATIENCE)));
    events.publish(Samples.event("CP", 2)).await().atMost(PATIENCE);
  }
}
