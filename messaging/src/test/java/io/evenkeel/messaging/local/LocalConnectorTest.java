package io.evenkeel.messaging.local;

import static io.evenkeel.messaging.Samples.event;
import static io.evenkeel.messaging.Samples.numberOf;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.flow.EventLoopBound;
import io.evenkeel.messaging.flow.Overloaded;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.providers.locals.ContextOperator;
import io.smallrye.reactive.messaging.providers.locals.LocalContextMetadata;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LocalConnectorTest {

  private static final Vertx VERTX = Vertx.vertx();

  private final LocalConnector connector = new LocalConnector(VERTX, 10);

  @AfterAll
  static void stop() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  /** A reader as SmallRye subscribes one; acknowledges when the test says so. */
  private static final class Reader implements Flow.Subscriber<Message<?>> {
    final List<Message<?>> received = new CopyOnWriteArrayList<>();
    private final long demand;
    private Flow.Subscription subscription = new NoSubscription();

    Reader(long demand) {
      this.demand = demand;
    }

    @Override
    public void onSubscribe(Flow.Subscription to) {
      subscription = to;
      to.request(demand);
    }

    @Override
    public void onNext(Message<?> message) {
      received.add(message);
    }

    @Override
    public void onError(Throwable failure) {
      throw new AssertionError(failure);
    }

    @Override
    public void onComplete() {
      throw new AssertionError("completed");
    }

    List<Long> numbers() {
      return received.stream().map(m -> numberOf((ChargePointEvent) m.getPayload())).toList();
    }
  }

  private record NoSubscription() implements Flow.Subscription {
    @Override
    public void request(long count) {
      throw new AssertionError("not subscribed");
    }

    @Override
    public void cancel() {
      throw new AssertionError("not subscribed");
    }
  }

  private static Config config(String channel, Map<String, String> more) {
    return new SmallRyeConfigBuilder()
        .withDefaultValue("channel-name", channel)
        .withDefaultValues(more)
        .build();
  }

  private Multi<Message<?>> channel(String name, Map<String, String> more) {
    @SuppressWarnings("unchecked")
    var channel = (Multi<Message<?>>) connector.getPublisher(config(name, more));
    return channel;
  }

  private Reader reader(String channel, long demand) {
    Reader reader = new Reader(demand);
    channel(channel, Map.of("topic", "charge-point-events")).subscribe().withSubscriber(reader);
    return reader;
  }

  private Reader reader(String channel) {
    return reader(channel, Long.MAX_VALUE);
  }

  private CompletableFuture<String> write(ChargePointEvent event) {
    CompletableFuture<String> said = new CompletableFuture<>();
    Message<ChargePointEvent> message =
        Message.of(
            event,
            () -> {
              said.complete("acknowledged");
              return CompletableFuture.completedStage(null);
            },
            cause -> {
              said.completeExceptionally(cause);
              return CompletableFuture.completedStage(null);
            });
    @SuppressWarnings("unchecked")
    var writer = (Flow.Subscriber<Message<?>>) connector.getSubscriber(config("bus-out", Map.of()));
    Multi.createFrom().<Message<?>>item(message).subscribe().withSubscriber(writer);
    return said;
  }

  @Test
  void acknowledgesWhenEveryReaderHas() {
    Reader one = reader("one-in");
    Reader two = reader("two-in");

    CompletableFuture<String> said = write(event("CP", 1));

    var _ = one.received.getFirst().ack();
    assertTrue(!said.isDone(), "one reader is not every reader");
    var _ = one.received.getFirst().ack();
    assertTrue(!said.isDone(), "the same reader twice is not every reader");
    var _ = two.received.getFirst().ack();
    assertEquals("acknowledged", said.getNow("nothing"), "after the second");
  }

  @Test
  void refusesWhenOneReaderRefuses() {
    Reader one = reader("one-in");
    reader("two-in");

    CompletableFuture<String> said = write(event("CP", 1));
    var _ = one.received.getFirst().nack(new IllegalStateException("no"));

    assertEquals("no", said.exceptionNow().getMessage(), "the reader's reason");
  }

  @Test
  void acknowledgesATopicWithoutReadersAtOnce() {
    assertEquals("acknowledged", write(event("CP", 1)).getNow("nothing"));
  }

  @Test
  void handsOverInOrderAndNoMoreThanRequested() {
    Reader slow = reader("slow-in", 3);

    IntStream.range(0, 8).forEach(i -> write(event("CP" + i, i)));
    assertEquals(List.of(0L, 1L, 2L), slow.numbers(), "three requested");

    slow.subscription.request(2);
    assertEquals(List.of(0L, 1L, 2L, 3L, 4L), slow.numbers(), "two more");
  }

  @Test
  void isFullAtItsCapacityAndFreeAgainAfterAcknowledgement() {
    Reader reader = reader("in", 0);
    List<CompletableFuture<String>> said = new ArrayList<>();

    IntStream.range(0, 11).forEach(i -> said.add(write(event("CP", i))));

    assertInstanceOf(Overloaded.class, said.getLast().exceptionNow(), "the eleventh, at once");
    reader.subscription.request(1);
    var _ = reader.received.getFirst().ack();
    assertTrue(!write(event("CP", 12)).isDone(), "there is room for one more");
  }

  @Test
  void aRefusedMessageFreesItsPlaceWhenAllReadersHaveSpoken() {
    Reader one = reader("one-in");
    Reader two = reader("two-in");
    IntStream.range(0, 10).forEach(i -> write(event("CP", i)));

    one.received.forEach(message -> message.nack(new IllegalStateException("no")));
    assertTrue(write(event("CP", 10)).isCompletedExceptionally(), "the other one has not spoken");
    two.received.forEach(Message::ack);
    assertTrue(!write(event("CP", 11)).isDone(), "there is room again");
  }

  @Test
  void aReaderThatGoesRefusesWhatItDidNotTake() {
    Reader reader = reader("in", 0);
    CompletableFuture<String> said = write(event("CP", 1));

    reader.subscription.cancel();

    assertTrue(said.isCompletedExceptionally(), "refused");
    assertEquals("acknowledged", write(event("CP", 2)).getNow("nothing"), "nobody reads now");
  }

  @Test
  void aChannelThatNobodyReadsDoesNotHoldTheTopicBack() {
    channel("forgotten-in", Map.of("topic", "charge-point-events"));
    CompletableFuture<String> early = write(event("CP", 1));

    connector.dropUnread(new StartupEvent());

    assertEquals("acknowledged", early.getNow("nothing"), "written before");
    assertEquals("acknowledged", write(event("CP", 2)).getNow("nothing"), "written after");
  }

  @Test
  void namesTheEventLoopOfTheKey() {
    Reader reader = reader("in");

    write(event("CP", 1));
    write(event("CP", 2));

    assertEquals(
        ((EventLoopBound) reader.received.get(0)).eventLoop(),
        ((EventLoopBound) reader.received.get(1)).eventLoop());
  }

  @Test
  void callsAReaderWithoutLanesOnASafeContextInTheOrderOfTheKey() {
    List<Context> contexts = new CopyOnWriteArrayList<>();
    Reader reader = new Reader(Long.MAX_VALUE);
    // as SmallRye does: it moves each message to the context it carries
    ContextOperator.apply(
            channel("in", Map.of("topic", "charge-point-events", "own-context", "true")))
        .onItem()
        .invoke(() -> contexts.add(Vertx.currentContext()))
        .subscribe()
        .withSubscriber(reader);

    IntStream.range(0, 10).forEach(i -> write(event("CP", i)));
    await().until(reader.received::size, size -> size == 10);

    assertAll(
        () ->
            assertEquals(
                IntStream.range(0, 10).mapToObj(Long::valueOf).toList(), reader.numbers(), "order"),
        () -> assertEquals(10, contexts.stream().distinct().count(), "contexts"),
        () ->
            assertEquals(
                reader
                    .received
                    .getFirst()
                    .getMetadata(LocalContextMetadata.class)
                    .orElseThrow()
                    .context(),
                contexts.getFirst(),
                "the message's own"),
        () ->
            assertTrue(
                contexts.stream().allMatch(VertxContextSafetyToggle::isExplicitlyMarkedAsSafe),
                "safe"));
  }

  @Test
  void deliversTheTopicOfTheMessageOnly() {
    Reader reader = reader("in");
    Reader calls = new Reader(Long.MAX_VALUE);
    channel("calls-in", Map.of("topic", "transaction-calls")).subscribe().withSubscriber(calls);

    write(event("CP", 1));

    assertEquals(1, reader.received.size(), "charge-point-events");
    assertEquals(0, calls.received.size(), "transaction-calls");
    assertEquals(1, numberOf((ChargePointEvent) reader.received.getFirst().getPayload()));
  }
}
