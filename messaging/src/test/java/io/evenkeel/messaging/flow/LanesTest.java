package io.evenkeel.messaging.flow;

import static io.evenkeel.messaging.Samples.numberOf;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.Seeds;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanesTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final LaneLimits QUICK =
      new LaneLimits(16, 64, Duration.ofMillis(1), Duration.ofMillis(5));

  private final ParkedMessages deadLetters = new ParkedMessages();
  private final Feed feed = new Feed(VERTX);

  @AfterAll
  static void stop() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  static LongStream seeds() {
    return Seeds.of(4);
  }

  private void read(LaneLimits limits, Function<ChargePointEvent, Uni<Void>> handler) {
    feed.to(Lanes.reading("test", limits, handler, deadLetters));
  }

  private static Uni<Void> done() {
    return Uni.createFrom().voidItem();
  }

  private static Uni<Void> never() {
    return Uni.createFrom().nothing();
  }

  private void untilAcknowledged(int count) {
    await("acknowledged").until(() -> feed.acknowledged.size(), size -> size == count);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsTheOrderOfAKeyWhateverTheHandlersTake(long seed) {
    // Given handlers that take a while, or nothing, or fail once in a while
    Random random = new Random(seed);
    Map<String, List<Long>> handled = new ConcurrentHashMap<>();
    Map<String, AtomicInteger> inside = new ConcurrentHashMap<>();
    AtomicInteger overlaps = new AtomicInteger();
    read(
        QUICK,
        event -> {
          AtomicInteger here =
              inside.computeIfAbsent(event.chargePoint(), _ -> new AtomicInteger());
          overlaps.addAndGet(here.getAndIncrement());
          int dice = random.nextInt(10);
          Uni<Void> work =
              dice < 4
                  ? done()
                  : done().onItem().delayIt().by(Duration.ofNanos(1 + random.nextInt(3_000_000)));
          return work.onItem()
              .invoke(
                  () -> {
                    here.decrementAndGet();
                    if (dice == 9) {
                      throw new OutOfLuck();
                    }
                    handled
                        .computeIfAbsent(event.chargePoint(), _ -> new CopyOnWriteArrayList<>())
                        .add(numberOf(event));
                  });
        });

    // When many keys have many messages
    Map<String, List<Long>> expected = new HashMap<>();
    for (long number = 0; number < 600; number++) {
      String chargePoint = "CP" + random.nextInt(40);
      expected.computeIfAbsent(chargePoint, _ -> new ArrayList<>()).add(number);
      feed.offer(chargePoint, number);
    }
    untilAcknowledged(600);

    // Then each key saw its own in order, one at a time
    assertAll(
        Seeds.repeat(seed),
        () -> assertEquals(0, overlaps.get(), "handlers of one key at the same time"),
        () -> assertEquals(expected, withParked(handled), "order of each key"));
  }

  /** A collision that passes by itself; the connector's own type is of no interest here. */
  private static final class OutOfLuck extends RuntimeException {
    OutOfLuck() {
      super(new ConnectException("Connection refused"));
    }
  }

  private Map<String, List<Long>> withParked(Map<String, List<Long>> handled) {
    assertEquals(List.of(), deadLetters.parked, "nothing was to be parked");
    return handled;
  }

  @Test
  void handlesDifferentKeysAtOnce() {
    List<String> inside = new CopyOnWriteArrayList<>();
    read(
        LaneLimits.DEFAULT,
        event -> {
          inside.add(event.chargePoint());
          return never();
        });

    for (int i = 0; i < 100; i++) {
      feed.offer("CP" + i, i);
    }

    // 100 keys in 256 lanes: some share a lane, most do not
    await().until(inside::size, size -> size > 70);
  }

  @Test
  void takesNoMoreThanItMayHaveUnacknowledged() {
    List<Runnable> open = new CopyOnWriteArrayList<>();
    read(
        LaneLimits.of(256, 10),
        _ -> Uni.createFrom().emitter(e -> open.add(() -> e.complete(null))));

    for (int i = 0; i < 50; i++) {
      feed.offer("CP" + i, i);
    }
    await().until(open::size, size -> size > 5);

    assertEquals(10, feed.taken.get(), "taken before any was acknowledged");
    while (feed.acknowledged.size() < 50) {
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> !open.isEmpty());
      open.removeFirst().run();
      assertTrue(
          feed.taken.get() - feed.acknowledged.size() <= 10, "at most 10 taken, not acknowledged");
    }
  }

  @Test
  void acknowledgesOnlyWhatIsDone() {
    List<Runnable> open = new CopyOnWriteArrayList<>();
    read(QUICK, _ -> Uni.createFrom().emitter(e -> open.add(() -> e.complete(null))));
    feed.offer("CP", 1);
    await().until(() -> open.size() == 1);

    assertEquals(List.of(), feed.acknowledged, "before the handler is done");
    open.removeFirst().run();
    untilAcknowledged(1);
  }

  @Test
  void repeatsATransientFailureWhileOnlyItsLaneWaits() {
    AtomicInteger attempts = new AtomicInteger();
    List<Long> handled = Collections.synchronizedList(new ArrayList<>());
    read(
        QUICK,
        event -> {
          if (numberOf(event) == 1 && attempts.incrementAndGet() < 20) {
            return Uni.createFrom().failure(new ConnectException("Connection refused"));
          }
          handled.add(numberOf(event));
          return done();
        });

    feed.offer("bad", 1);
    feed.offer("bad", 2);
    feed.offer("good", 3);
    untilAcknowledged(3);

    assertAll(
        () -> assertEquals(20, attempts.get(), "attempts"),
        () ->
            assertTrue(handled.indexOf(1L) < handled.indexOf(2L), "order of the lane that waited"),
        () -> assertEquals(3L, handled.getFirst(), "another lane did not wait"),
        () -> assertEquals(List.of(), deadLetters.parked, "parked"));
  }

  @Test
  void parksAtTheSecondFailureThatWillNotPassAndGoesOn() {
    AtomicInteger attempts = new AtomicInteger();
    read(
        QUICK,
        event -> {
          if (numberOf(event) == 1) {
            attempts.incrementAndGet();
            throw new IllegalArgumentException("cannot digest this");
          }
          return done();
        });

    feed.offer("CP", 1);
    feed.offer("CP", 2);
    untilAcknowledged(2);

    assertAll(
        () -> assertEquals(2, attempts.get(), "attempts"),
        () -> assertEquals(1, deadLetters.parked.size(), "parked"),
        () -> assertEquals("test", deadLetters.parked.getFirst().reader(), "reader"),
        () ->
            assertEquals(
                "cannot digest this", deadLetters.parked.getFirst().cause().getMessage(), "cause"),
        () -> assertEquals(1, numberOf(feed.acknowledged.getFirst()), "acknowledged first"));
  }

  @Test
  void neverLosesWhatCannotBeParkedYet() {
    deadLetters.failures = 5;
    read(QUICK, _ -> Uni.createFrom().failure(new IllegalArgumentException("no")));

    feed.offer("CP", 1);
    untilAcknowledged(1);

    assertEquals(1, deadLetters.parked.size(), "parked after five attempts that failed");
  }

  @Test
  void parksWhenTheHandlerGivesNull() {
    @SuppressWarnings("NullAway") // what a careless handler does
    Function<ChargePointEvent, Uni<Void>> careless = _ -> null;
    read(QUICK, careless);

    feed.offer("CP", 1);
    untilAcknowledged(1);

    assertEquals(1, deadLetters.parked.size(), "parked");
  }

  @Test
  void givesEachAttemptASafeContextOfItsOwn() {
    List<Context> contexts = new CopyOnWriteArrayList<>();
    read(
        QUICK,
        _ -> {
          Context here = Vertx.currentContext();
          contexts.add(present(here));
          return contexts.size() == 1
              ? Uni.createFrom().failure(new ConnectException("refused"))
              : done();
        });
    feed.offer("CP", 1);
    untilAcknowledged(1);

    assertAll(
        () -> assertEquals(2, contexts.size(), "attempts"),
        () -> assertNotSame(contexts.get(0), contexts.get(1), "contexts of two attempts"),
        () ->
            assertTrue(contexts.stream().allMatch(VertxContext::isDuplicatedContext), "duplicated"),
        () ->
            assertTrue(
                contexts.stream().allMatch(VertxContextSafetyToggle::isExplicitlyMarkedAsSafe),
                "marked as safe"));
  }

  private static Context present(Context context) {
    org.junit.jupiter.api.Assertions.assertNotNull(context, "on a Vert.x context");
    return context;
  }

  @Test
  void doesNotPileUpOnTheStackWithoutVertx() {
    Feed plain = new Feed(null);
    List<Runnable> open = new CopyOnWriteArrayList<>();
    AtomicInteger handled = new AtomicInteger();
    plain.to(
        Lanes.reading(
            "test",
            LaneLimits.of(1, 100_000),
            event -> {
              handled.incrementAndGet();
              return numberOf(event) == 0
                  ? Uni.createFrom().emitter(e -> open.add(() -> e.complete(null)))
                  : done();
            },
            deadLetters));
    for (int i = 0; i < 20_000; i++) {
      plain.offer("CP", i);
    }

    open.getFirst().run();

    assertEquals(20_000, handled.get(), "all handled, in a loop and not a recursion");
  }
}
