package io.evenkeel.messaging.kafka;

import static io.evenkeel.messaging.Samples.SESSION;
import static io.evenkeel.messaging.Samples.numberOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.AuthorizationCall;
import io.evenkeel.messaging.Calls;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.Commands;
import io.evenkeel.messaging.ConnectionFact;
import io.evenkeel.messaging.Directory;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.Replies;
import io.evenkeel.messaging.Reply;
import io.evenkeel.messaging.Result;
import io.evenkeel.messaging.Samples;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.Topic;
import io.evenkeel.messaging.bus.BusApplication;
import io.evenkeel.ocpp.core.ClearCache;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same beans as in one process, over a real broker. */
@QuarkusTest
@WithTestResource(value = BrokerWithHistory.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class KafkaBusTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String GROUP = "test-charge-point-events";

  @ConfigProperty(name = "evenkeel.kafka.bootstrap-servers")
  String bootstrapServers;

  @Inject Publisher<ChargePointEvent> events;
  @Inject Publisher<ConnectionFact> connections;
  @Inject Replies replies;
  @Inject Calls calls;
  @Inject Commands commands;
  @Inject Directory directory;
  @Inject BusApplication application;

  private RawKafka raw;

  @BeforeEach
  void connect() {
    raw = new RawKafka(bootstrapServers);
  }

  @AfterEach
  void reset() {
    raw.close();
    application.reset();
  }

  private long write(ChargePointEvent event, int partition) {
    return raw.write(
            new ProducerRecord<>(
                Topic.CHARGE_POINT_EVENTS.wire(), partition, event.key(), BusJson.write(event)))
        .offset();
  }

  @Test
  void makesTheTopicsAsTheTableSays() {
    Map<String, TopicDescription> found =
        raw.admin()
            .describeTopics(Arrays.stream(Topic.values()).map(Topic::wire).toList())
            .allTopicNames()
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    assertAll(
        Arrays.stream(Topic.values())
            .map(
                topic ->
                    () ->
                        assertEquals(
                            topic.partitions(),
                            found.get(topic.wire()).partitions().size(),
                            topic.wire())));
  }

  @Test
  void knowsWhoWasConnectedBeforeItStarted() {
    await()
        .atMost(PATIENCE)
        .until(() -> directory.sessionOf("EARLY"), Optional.of(BrokerWithHistory.EARLY)::equals);
    assertEquals(Optional.empty(), directory.sessionOf("GONE"), "of a life that is over");
  }

  @Test
  void callsAndIsAnswered() {
    var response =
        calls.transaction(Samples.transactionCall("k1", "CP", PATIENCE)).await().atMost(PATIENCE);
    assertEquals(Samples.started(42), response);
  }

  @Test
  void sendsCommandsToTheNodeOfTheSocket() {
    connections
        .publish(new ConnectionFact.Held("CP-K", SESSION, Instant.now()))
        .await()
        .atMost(PATIENCE);
    await().atMost(PATIENCE).until(() -> directory.sessionOf("CP-K").isPresent());

    CommandOutcome outcome =
        commands.send("CP-K", new ClearCache.Request(), PATIENCE).await().atMost(PATIENCE);

    assertEquals(Outcome.Answered, outcome.outcome());
    assertEquals(
        "CP-K",
        raw.read(new TopicPartition(Topic.COMMANDS.wire(), SESSION.node())).getLast().key());
  }

  @Test
  void readsTheRepliesOfItsOwnNodeOnly() {
    // Given a call that no service answers
    AuthorizationCall call =
        new AuthorizationCall("k2", "CP", SESSION, Instant.now().plus(PATIENCE), "TAG");
    List<Authorization> answers = new CopyOnWriteArrayList<>();
    calls.authorization(call).subscribe().with(answers::add);

    // When its reply goes to another node's partition, and then another reply to that node
    Reply reply = new Reply("k2", "CP", SESSION, new Result.Decided(Authorization.unknown("TAG")));
    raw.write(new ProducerRecord<>(Topic.REPLIES.wire(), 3, "CP", BusJson.write(reply)));
    SessionRef elsewhere = new SessionRef(3, 1, 1);
    replies.reply(new Reply("other", "CP", elsewhere, reply.result())).await().atMost(PATIENCE);

    // Then both lie there and nobody here has read them; one in the own partition is read
    List<Reply> there =
        raw.read(new TopicPartition(Topic.REPLIES.wire(), 3)).stream()
            .map(
                record -> (Reply) new BusDeserializer().deserialize(record.topic(), record.value()))
            .toList();
    assertEquals(
        List.of("k2", "other"), there.stream().map(Reply::callId).toList(), "in partition 3");
    callsAndIsAnswered();
    assertEquals(List.of(), answers, "after another call went there and back");
    raw.write(new ProducerRecord<>(Topic.REPLIES.wire(), 0, "CP", BusJson.write(reply)));
    await().atMost(PATIENCE).until(() -> !answers.isEmpty());
  }

  @Test
  void keepsTheOrderOfAKey() {
    Random random = new Random(1);
    Map<String, List<Long>> handled = new ConcurrentHashMap<>();
    application.handleEvents(
        event ->
            Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(1 + random.nextInt(5)))
                .invoke(
                    () ->
                        handled
                            .computeIfAbsent(event.key(), _ -> new CopyOnWriteArrayList<>())
                            .add(numberOf(event))));

    Map<String, List<Long>> expected = new HashMap<>();
    for (int cp = 0; cp < 20; cp++) {
      expected.put("ORDER" + cp, LongStream.range(0, 50).boxed().toList());
    }
    for (long number = 0; number < 50; number++) {
      for (String chargePoint : expected.keySet()) {
        events.publish(Samples.event(chargePoint, number)).subscribe().with(_ -> {});
      }
    }

    await().atMost(PATIENCE).untilAsserted(() -> assertEquals(expected, handled));
  }

  @Test
  void anUnreadableRecordDoesNotStopItsPartition() {
    List<Long> handled = new CopyOnWriteArrayList<>();
    application.handleEvents(
        event -> {
          handled.add(numberOf(event));
          return Uni.createFrom().voidItem();
        });
    String topic = Topic.CHARGE_POINT_EVENTS.wire();

    write(Samples.event("POISON", 1), 2);
    raw.write(new ProducerRecord<>(topic, 2, "POISON", "no message".getBytes(UTF_8)));
    raw.write(new ProducerRecord<>(topic, 2, "POISON", null));
    long last = write(Samples.event("POISON", 2), 2);

    await().atMost(PATIENCE).until(() -> handled.equals(List.of(1L, 2L)));
    await()
        .atMost(PATIENCE)
        .until(() -> raw.committed(GROUP, new TopicPartition(topic, 2)) == last + 1);
  }

  @Test
  void whatIsNotAcknowledgedComesAgainAfterARestartOfTheConsumer() {
    // Given a message whose handler does not end, and one behind it that is done
    Map<Long, Integer> handled = new ConcurrentHashMap<>();
    List<Runnable> open = new CopyOnWriteArrayList<>();
    application.handleEvents(
        event -> {
          handled.merge(numberOf(event), 1, Integer::sum);
          boolean held = event.key().equals("HELD") && open.isEmpty();
          return held
              ? Uni.createFrom().emitter(e -> open.add(() -> e.complete(null)))
              : Uni.createFrom().voidItem();
        });
    TopicPartition partition = new TopicPartition(Topic.CHARGE_POINT_EVENTS.wire(), 5);
    long before = write(Samples.event("BEFORE", 100), 5);
    long held = write(Samples.event("HELD", 101), 5);
    write(Samples.event("BEHIND", 102), 5);
    await().atMost(PATIENCE).until(() -> handled.size() == 3);
    await().atMost(PATIENCE).until(() -> raw.committed(GROUP, partition) == before + 1);

    // When the group loses its member, as when the process dies
    raw.admin()
        .removeMembersFromConsumerGroup(GROUP, new RemoveMembersFromConsumerGroupOptions())
        .all()
        .toCompletionStage()
        .toCompletableFuture()
        .join();

    // Then all from there on comes again, and only when it is done it is committed
    await().atMost(PATIENCE).until(() -> handled.getOrDefault(102L, 0) == 2);
    assertEquals(before + 1, raw.committed(GROUP, partition), "committed before it is done");
    open.getFirst().run();
    await().atMost(PATIENCE).until(() -> handled.getOrDefault(101L, 0) == 2);
    await().atMost(PATIENCE).until(() -> raw.committed(GROUP, partition) == held + 2);
    assertEquals(1, handled.get(100L), "what was acknowledged does not come again");
    assertTrue(application.parked().isEmpty(), "parked");
  }
}
