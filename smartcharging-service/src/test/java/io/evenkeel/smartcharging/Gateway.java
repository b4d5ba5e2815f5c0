package io.evenkeel.smartcharging;

import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.Capabilities;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.Command;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.ConnectionFact;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.messaging.flow.DeadLetters;
import io.evenkeel.messaging.flow.LaneLimits;
import io.evenkeel.messaging.flow.Lanes;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Plays a gateway node and transaction-service on the other end of the bus. */
@ApplicationScoped
public class Gateway {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long EPOCH = 1;

  private final Publisher<ConnectionFact> connections;
  private final Publisher<ChargePointEvent> events;
  private final Publisher<TransactionEvent> transactions;
  private final Publisher<CommandOutcome> outcomes;

  private final AtomicInteger transactionIds = new AtomicInteger(100);
  private final AtomicLong sockets = new AtomicLong();
  private final Map<String, SessionRef> sessions = new ConcurrentHashMap<>();
  private final Map<String, Function<Request, Reaction>> chargers = new ConcurrentHashMap<>();
  private final List<Command> received = new CopyOnWriteArrayList<>();

  Gateway(
      Publisher<ConnectionFact> connections,
      Publisher<ChargePointEvent> events,
      Publisher<TransactionEvent> transactions,
      Publisher<CommandOutcome> outcomes) {
    this.connections = connections;
    this.events = events;
    this.transactions = transactions;
    this.outcomes = outcomes;
  }

  /** What a charge point does with a command. */
  public sealed interface Reaction {

    /** It answers. */
    record Answers(Response response) implements Reaction {}

    /** Nobody hears of it again, until the time-out. */
    record Silence() implements Reaction {}
  }

  @Incoming("test-commands-in")
  public Flow.Subscriber<Message<Command>> commands() {
    return Lanes.reading("test.commands", LaneLimits.DEFAULT, this::on, new Unexpected());
  }

  private Uni<Void> on(Command command) {
    received.add(command);
    Function<Request, Reaction> charger = chargers.get(command.chargePoint());
    if (charger == null || !command.to().equals(sessions.get(command.chargePoint()))) {
      return outcomes.publish(outcome(command, Outcome.Offline, null));
    }
    return switch (charger.apply(command.request())) {
      case Reaction.Answers(Response response) ->
          outcomes.publish(outcome(command, Outcome.Answered, response));
      case Reaction.Silence() -> Uni.createFrom().voidItem();
    };
  }

  private static CommandOutcome outcome(
      Command command, Outcome outcome, @org.jspecify.annotations.Nullable Response response) {
    Instant now = Instant.now();
    return new CommandOutcome(
        command.commandId(),
        command.chargePoint(),
        command.origin(),
        outcome,
        response,
        null,
        null,
        response == null ? null : now,
        response == null ? null : now);
  }

  /** Commands that a charge point was sent, in order. */
  public List<Command> received(String chargePoint) {
    return received.stream().filter(command -> command.chargePoint().equals(chargePoint)).toList();
  }

  /** A charge point comes; {@code charger} says what it does with commands. */
  public void connect(String chargePoint, Function<Request, Reaction> charger) {
    SessionRef session = new SessionRef(0, EPOCH, sockets.incrementAndGet());
    chargers.put(chargePoint, charger);
    sessions.put(chargePoint, session);
    if (session.number() == 1) {
      now(connections.publish(new ConnectionFact.NodeStarted(0, EPOCH)));
    }
    now(connections.publish(new ConnectionFact.Held(chargePoint, session, Instant.now())));
    now(
        events.publish(
            new ChargePointEvent.Connected(chargePoint, Instant.now(), session, capabilities())));
  }

  /** One that does as it is told comes. */
  public PlayedCharger connect(String chargePoint) {
    PlayedCharger charger = new PlayedCharger();
    connect(chargePoint, charger);
    return charger;
  }

  public void boot(String chargePoint) {
    now(
        events.publish(
            new ChargePointEvent.Booted(
                chargePoint,
                Instant.now(),
                sessions.get(chargePoint),
                new BootNotification.Request(
                    "Delta", "AC MAX", null, null, null, null, null, null, null))));
  }

  public void disconnect(String chargePoint) {
    SessionRef session = sessions.remove(chargePoint);
    now(connections.publish(new ConnectionFact.Released(chargePoint, session)));
    now(
        events.publish(
            new ChargePointEvent.Disconnected(chargePoint, Instant.now(), session, "test")));
  }

  /** A transaction starts now at its first connector. */
  public int start(String chargePoint) {
    int transaction = transactionIds.incrementAndGet();
    started(chargePoint, 1, transaction, Instant.now());
    return transaction;
  }

  public void started(String chargePoint, int connectorId, int transactionId, Instant startedAt) {
    tell(
        new TransactionEvent.TransactionStarted(
            chargePoint,
            connectorId,
            transactionId,
            "TAG",
            AuthorizationStatus.Accepted,
            0,
            startedAt,
            Instant.now()));
  }

  public void ended(String chargePoint, int connectorId, int transactionId) {
    tell(
        new TransactionEvent.TransactionEnded(
            chargePoint, connectorId, transactionId, Instant.now(), 1000, false));
  }

  public void tell(TransactionEvent event) {
    now(transactions.publish(event));
  }

  public void tell(ChargePointEvent event) {
    now(events.publish(event));
  }

  private static void now(Uni<Void> telling) {
    telling.await().atMost(PATIENCE);
  }

  /** As the registry knows a Delta AC MAX. */
  public static Capabilities capabilities() {
    return new Capabilities(
        "Delta",
        "AC MAX",
        "1.26.38",
        1,
        true,
        10,
        3,
        20,
        Set.of(ChargingRateUnit.A),
        BigDecimal.valueOf(6),
        BigDecimal.valueOf(32));
  }

  private static final class Unexpected implements DeadLetters {
    @Override
    public <T extends BusMessage> Uni<Void> park(String reader, T message, Throwable cause) {
      return Uni.createFrom()
          .failure(new AssertionError("The test cannot digest " + message, cause));
    }
  }
}
