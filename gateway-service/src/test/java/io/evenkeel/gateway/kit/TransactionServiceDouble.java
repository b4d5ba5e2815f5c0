package io.evenkeel.gateway.kit;

import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.Replies;
import io.evenkeel.messaging.Reply;
import io.evenkeel.messaging.Result;
import io.evenkeel.messaging.TransactionCall;
import io.evenkeel.messaging.flow.LaneLimits;
import io.evenkeel.messaging.flow.Lanes;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.IdTagInfo;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * transaction-service at the other end of the bus: knows transactions by their natural key, reads
 * what charge points tell, and can be slow, failing or away, for one charge point or for all.
 */
@ApplicationScoped
public class TransactionServiceDouble {

  private record Key(String chargePoint, int connector, Object at, String idTag, long meterStart) {}

  private final Map<Key, Integer> transactions = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger(1000);
  private final List<TransactionCall> calls = new CopyOnWriteArrayList<>();
  private final List<ChargePointEvent> events = new CopyOnWriteArrayList<>();
  private final Map<String, CompletableFuture<@Nullable Void>> held = new ConcurrentHashMap<>();
  private final Map<String, ErrorCode> failing = new ConcurrentHashMap<>();
  private final Replies replies;

  @Inject
  public TransactionServiceDouble(Replies replies) {
    this.replies = replies;
  }

  @Incoming("test-transaction-calls-in")
  public Flow.Subscriber<Message<TransactionCall>> transactionCalls() {
    return Lanes.reading(
        "test.transaction-calls", LaneLimits.DEFAULT, this::on, new NoDeadLetters());
  }

  @Incoming("test-charge-point-events-in")
  public Flow.Subscriber<Message<ChargePointEvent>> chargePointEvents() {
    return Lanes.reading(
        "test.charge-point-events", LaneLimits.DEFAULT, this::on, new NoDeadLetters());
  }

  private Uni<Void> on(TransactionCall call) {
    calls.add(call);
    return awaken(call.chargePoint())
        .chain(
            () -> {
              var failure = failing.get(call.chargePoint());
              return replies.reply(
                  new Reply(
                      call.callId(),
                      call.chargePoint(),
                      call.from(),
                      failure == null
                          ? new Result.Answered(answer(call))
                          : new Result.Failed(failure, "the database is away")));
            });
  }

  private Response answer(TransactionCall call) {
    return switch (call.request()) {
      case StartTransaction.Request start ->
          new StartTransaction.Response(
              info(call.authorization(), call),
              transactions.computeIfAbsent(
                  new Key(
                      call.chargePoint(),
                      start.connectorId(),
                      start.timestamp().instant(),
                      start.idTag(),
                      start.meterStart()),
                  key -> ids.incrementAndGet()));
      case StopTransaction.Request stop ->
          new StopTransaction.Response(
              stop.idTag() == null ? null : info(call.authorization(), call));
      default -> throw new AssertionError("No transaction call: " + call.request());
    };
  }

  private static IdTagInfo info(@Nullable Authorization authorization, TransactionCall call) {
    return new IdTagInfo(
        null,
        null,
        authorization == null
            ? AuthorizationStatus.Accepted
            : authorization.statusAt(call.receivedAt()));
  }

  private Uni<Void> on(ChargePointEvent event) {
    events.add(event);
    return event instanceof ChargePointEvent.Notified
        ? awaken(event.chargePoint())
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> awaken(String chargePoint) {
    var sleep = held.get(chargePoint);
    return sleep == null
        ? Uni.createFrom().voidItem()
        : Uni.createFrom().completionStage(sleep).replaceWithVoid();
  }

  /** From now on nothing about this charge point is finished. */
  public void hold(String chargePoint) {
    held.put(chargePoint, new CompletableFuture<>());
  }

  /** What was held is finished. */
  public void letGo(String chargePoint) {
    var sleep = held.remove(chargePoint);
    if (sleep != null) {
      sleep.complete(null);
    }
  }

  /** From now on calls of this charge point fail. */
  public void fail(String chargePoint, ErrorCode code) {
    failing.put(chargePoint, code);
  }

  public void recover(String chargePoint) {
    failing.remove(chargePoint);
  }

  public List<TransactionCall> callsOf(String chargePoint) {
    return calls.stream().filter(call -> call.chargePoint().equals(chargePoint)).toList();
  }

  public Stream<ChargePointEvent> eventsOf(String chargePoint) {
    return events.stream().filter(event -> event.chargePoint().equals(chargePoint));
  }

  /** Events of that kind about the charge point, oldest first. */
  public <E extends ChargePointEvent> List<E> eventsOf(String chargePoint, Class<E> kind) {
    return eventsOf(chargePoint).filter(kind::isInstance).map(kind::cast).toList();
  }
}
