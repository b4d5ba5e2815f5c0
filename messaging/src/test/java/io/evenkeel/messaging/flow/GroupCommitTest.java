package io.evenkeel.messaging.flow;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.messaging.Seeds;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroupCommitTest {

  private static final Vertx VERTX = Vertx.vertx();

  /** Flushes that the test ends by hand. */
  private final List<Flush> flushes = new CopyOnWriteArrayList<>();

  private record Flush(List<Integer> items, UniEmitter<? super List<String>> result) {
    void succeed() {
      result.complete(items.stream().map(item -> "r" + item).toList());
    }
  }

  private Uni<List<String>> byHand(List<Integer> items) {
    return Uni.createFrom().emitter(result -> flushes.add(new Flush(items, result)));
  }

  private final List<Object> results = new CopyOnWriteArrayList<>();

  private void submit(GroupCommit<Integer, String> group, int item) {
    group.submit(item).subscribe().with(results::add, results::add);
  }

  @AfterAll
  static void stop() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  static LongStream seeds() {
    return Seeds.of(8);
  }

  @Test
  void gathersTheNextBatchWhileOneIsUnderWay() {
    GroupCommit<Integer, String> group =
        new GroupCommit<>("test", new GroupLimits(3, 1, 100), this::byHand);

    submit(group, 1);
    IntStream.rangeClosed(2, 6).forEach(item -> submit(group, item));
    flushes.get(0).succeed();
    flushes.get(1).succeed();
    flushes.get(2).succeed();

    assertAll(
        () ->
            assertEquals(
                List.of(List.of(1), List.of(2, 3, 4), List.of(5, 6)),
                flushes.stream().map(Flush::items).toList(),
                "batches"),
        () -> assertEquals(List.of("r1", "r2", "r3", "r4", "r5", "r6"), results, "results"),
        () -> assertEquals(0, group.queued(), "waiting"));
  }

  @Test
  void refusesAtOnceWhenTheQueueIsFull() {
    GroupCommit<Integer, String> group =
        new GroupCommit<>("test", new GroupLimits(10, 1, 2), this::byHand);

    IntStream.rangeClosed(1, 4).forEach(item -> submit(group, item));

    assertInstanceOf(Overloaded.class, results.getFirst(), "the fourth, at once");
    flushes.get(0).succeed();
    flushes.get(1).succeed();
    assertEquals(List.of("r1", "r2", "r3"), results.subList(1, 4), "the others");
  }

  @Test
  void runsNoMoreFlushesAtOnceThanAllowed() {
    GroupCommit<Integer, String> group =
        new GroupCommit<>("test", new GroupLimits(1, 2, 100), this::byHand);

    IntStream.rangeClosed(1, 5).forEach(item -> submit(group, item));

    assertEquals(2, flushes.size(), "flushes under way");
  }

  @Test
  void oneBadItemDoesNotFailTheOthers() {
    List<List<Integer>> written = new ArrayList<>();
    GroupCommit<Integer, String> group =
        new GroupCommit<>(
            "test",
            new GroupLimits(10, 1, 100),
            items -> {
              written.add(items);
              if (items.equals(List.of(0))) {
                return byHand(items);
              }
              return items.contains(13)
                  ? Uni.createFrom().failure(new IllegalArgumentException("13"))
                  : Uni.createFrom().item(items.stream().map(item -> "r" + item).toList());
            });
    submit(group, 0);
    List.of(11, 12, 13, 14).forEach(item -> submit(group, item));

    flushes.getFirst().succeed();

    assertAll(
        () ->
            assertEquals(
                List.of(
                    List.of(0),
                    List.of(11, 12, 13, 14),
                    List.of(11),
                    List.of(12),
                    List.of(13),
                    List.of(14)),
                written,
                "flushes"),
        () ->
            assertEquals(
                List.of("r0", "r11", "r12", "java.lang.IllegalArgumentException: 13", "r14"),
                results.stream().map(Object::toString).toList(),
                "results"));
  }

  @Test
  void aTransientFailureFailsTheBatchAndIsNotRepeatedItemByItem() {
    GroupCommit<Integer, String> group =
        new GroupCommit<>("test", new GroupLimits(10, 1, 100), this::byHand);
    submit(group, 1);
    List.of(2, 3).forEach(item -> submit(group, item));
    flushes.get(0).succeed();

    flushes.get(1).result().fail(new ConnectException("refused"));
    submit(group, 4);
    flushes.get(2).succeed();

    assertAll(
        () -> assertEquals(3, flushes.size(), "flushes"),
        () ->
            assertEquals(
                2, results.stream().filter(ConnectException.class::isInstance).count(), "failed"),
        () -> assertEquals("r4", results.getLast(), "goes on"));
  }

  @Test
  void aFlushThatThrowsOrMiscountsFailsItsItemsOnly() {
    AtomicInteger count = new AtomicInteger();
    GroupCommit<Integer, String> group =
        new GroupCommit<>(
            "test",
            new GroupLimits(10, 1, 100),
            items ->
                switch (count.getAndIncrement()) {
                  case 0 -> throw new IllegalStateException("thrown");
                  case 1 -> Uni.createFrom().item(List.of());
                  default -> Uni.createFrom().item(List.of("ok"));
                });

    IntStream.rangeClosed(1, 3).forEach(item -> submit(group, item));

    assertAll(
        () -> assertEquals("thrown", ((Throwable) results.get(0)).getMessage(), "thrown"),
        () ->
            assertEquals(
                "test: the flush gave 0 results for 1 items",
                ((Throwable) results.get(1)).getMessage(),
                "miscounted"),
        () -> assertEquals("ok", results.get(2), "the next"));
  }

  @Test
  void flushesOnAFreshSafeContextAndAnswersOnTheSubmitters() {
    Context submitter = Contexts.fresh(((VertxInternal) VERTX).createEventLoopContext());
    List<Context> flushed = new CopyOnWriteArrayList<>();
    List<Context> answered = new CopyOnWriteArrayList<>();
    GroupCommit<Integer, Integer> group =
        new GroupCommit<>(
            "test",
            new GroupLimits(10, 1, 100),
            items -> {
              flushed.add(Vertx.currentContext());
              return Uni.createFrom().item(items);
            });

    submitter.runOnContext(
        _ -> group.submit(1).subscribe().with(_ -> answered.add(Vertx.currentContext())));
    await().until(() -> !answered.isEmpty());

    assertAll(
        () -> assertEquals(List.of(submitter), answered, "answered on the submitter's"),
        () -> assertTrue(!flushed.contains(submitter), "flushed on another"),
        () ->
            assertTrue(
                VertxContextSafetyToggle.isExplicitlyMarkedAsSafe(flushed.getFirst()), "safe"));
  }

  @Test
  void whatOneEventLoopSubmitsInOneGoTravelsTogether() {
    List<List<Integer>> batches = new CopyOnWriteArrayList<>();
    GroupCommit<Integer, Integer> group =
        new GroupCommit<>(
            "test",
            new GroupLimits(100, 4, 100),
            items -> {
              batches.add(items);
              return Uni.createFrom().item(items);
            });

    VERTX
        .getOrCreateContext()
        .runOnContext(
            _ ->
                IntStream.rangeClosed(1, 20)
                    .forEach(item -> group.submit(item).subscribe().with(results::add)));
    await().until(results::size, size -> size == 20);

    assertEquals(1, batches.size(), "batches");
  }

  @Test
  void doesNotPileUpOnTheStackWithoutVertx() {
    AtomicInteger flushed = new AtomicInteger();
    GroupCommit<Integer, String> group =
        new GroupCommit<>(
            "test",
            new GroupLimits(1, 1, 100_000),
            items ->
                flushed.getAndIncrement() == 0
                    ? byHand(items)
                    : Uni.createFrom().item(List.of("ok")));
    IntStream.range(0, 20_000).forEach(item -> submit(group, item));

    flushes.getFirst().succeed();

    assertEquals(20_000, results.size(), "results");
    assertTrue(results.stream().noneMatch(Throwable.class::isInstance), "failures");
  }

  @Test
  void flushesOnASafeContextAlsoWhenTheFlushBeforeEndedElsewhere() {
    List<Context> flushed = new CopyOnWriteArrayList<>();
    GroupCommit<Integer, String> group =
        new GroupCommit<>(
            "test",
            new GroupLimits(1, 1, 100),
            items -> {
              flushed.add(Vertx.currentContext());
              return byHand(items);
            });
    VERTX
        .getOrCreateContext()
        .runOnContext(
            _ -> {
              submit(group, 1);
              submit(group, 2);
            });
    await().until(() -> flushes.size() == 1);

    flushes.getFirst().succeed(); // on this thread, which is none of Vert.x
    await().until(() -> flushes.size() == 2);

    assertTrue(
        VertxContextSafetyToggle.isExplicitlyMarkedAsSafe(flushed.getLast()), "safe context");
  }

  private static String failed(Throwable failure) {
    return "bad".equals(failure.getMessage()) ? "failed" : failure.toString();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyItemGetsItsOwnResultWhateverHappens(long seed) {
    // Given flushes that take a while and sometimes fail
    Random random = new Random(seed);
    GroupLimits limits = new GroupLimits(1 + random.nextInt(20), 1 + random.nextInt(4), 1_000_000);
    GroupCommit<Integer, String> group =
        new GroupCommit<>(
            "test",
            limits,
            items -> {
              assertTrue(items.size() <= limits.maxBatch(), "batch within its bound");
              Uni<List<String>> written =
                  items.stream().anyMatch(item -> item % 97 == 13)
                      ? Uni.createFrom().failure(new IllegalArgumentException("bad"))
                      : Uni.createFrom().item(items.stream().map(item -> "r" + item).toList());
              return random.nextBoolean()
                  ? written
                  : Uni.createFrom()
                      .voidItem()
                      .onItem()
                      .delayIt()
                      .by(Duration.ofNanos(1 + random.nextInt(1_000_000)))
                      .chain(() -> written);
            });

    // When several event loops submit
    Map<Integer, String> got = new ConcurrentHashMap<>();
    for (int loop = 0; loop < 4; loop++) {
      int first = loop;
      ((VertxInternal) VERTX)
          .createEventLoopContext()
          .runOnContext(
              _ -> {
                for (int item = first; item < 2000; item += 4) {
                  int own = item;
                  group
                      .submit(own)
                      .subscribe()
                      .with(
                          result -> got.merge(own, result, String::concat),
                          failure -> got.merge(own, failed(failure), String::concat));
                }
              });
    }
    await().until(got::size, size -> size == 2000);

    // Then each got its own result, once, and only the bad ones failed
    assertAll(
        Seeds.repeat(seed),
        () ->
            got.forEach(
                (item, result) ->
                    assertEquals(item % 97 == 13 ? "failed" : "r" + item, result, "of " + item)),
        () -> assertEquals(0, group.queued(), "waiting"));
  }
}
