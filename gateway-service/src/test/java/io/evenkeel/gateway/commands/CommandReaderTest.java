package io.evenkeel.gateway.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.Outcomes;
import io.evenkeel.messaging.Command;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.Directory;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.bus.BusOut;
import io.evenkeel.ocpp.core.ClearCache;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Commands as they arrive at the node: from another process, late, twice, for a socket that is
 * gone.
 */
@QuarkusTest
class CommandReaderTest {

  @Inject Fleet fleet;
  @Inject BusOut bus;
  @Inject Directory directory;
  @Inject Outcomes outcomes;

  private String id = "";
  private ChargePoint chargePoint;
  private SessionRef session;

  @BeforeEach
  void connect() throws ExecutionException {
    id = fleet.newId();
    chargePoint = fleet.accepted(id);
    session = directory.sessionOf(id).orElseThrow();
  }

  @AfterEach
  void close() {
    chargePoint.close();
  }

  private Command command(SessionRef to, Instant expiresAt) {
    return new Command(
        UUID.randomUUID().toString(),
        id,
        to,
        "somebody else",
        Instant.now(),
        expiresAt,
        new ClearCache.Request());
  }

  private void deliver(Command command) {
    Fleet.run(() -> bus.send(command));
  }

  private Outcome outcome(Command command) {
    Await.until("an outcome", () -> !outcomes.of(command.commandId()).isEmpty());
    return outcomes.of(command.commandId()).getFirst().outcome();
  }

  @Test
  void aCommandForAnEarlierLifeOrSocketNeverReachesTheCharger() {
    var soon = Instant.now().plusSeconds(5);
    var earlierLife = command(new SessionRef(0, session.epoch() - 1, session.number()), soon);
    var earlierSocket = command(new SessionRef(0, session.epoch(), session.number() - 1), soon);

    deliver(earlierLife);
    deliver(earlierSocket);

    assertEquals(Outcome.Offline, outcome(earlierLife));
    assertEquals(Outcome.Offline, outcome(earlierSocket));
    chargePoint.noCallFor(100);
  }

  @Test
  void aLateCommandNeverFires() {
    var late = command(session, Instant.now().minusMillis(1));

    deliver(late);

    assertEquals(Outcome.Expired, outcome(late));
    assertNull(outcomes.of(late.commandId()).getFirst().sentAt());
    chargePoint.noCallFor(100);
  }

  @Test
  void aCommandThatIsDeliveredTwiceIsSentOnce() {
    // Given
    var command = command(session, Instant.now().plusSeconds(5));

    // When
    deliver(command);
    deliver(command);

    // Then
    var call = chargePoint.nextCall();
    assertEquals(command.commandId(), call.id(), "its id is the message's, as far as it fits");
    chargePoint.result(call.id(), new JsonObject().put("status", "Accepted"));
    assertEquals(Outcome.Answered, outcome(command));
    chargePoint.noCallFor(100);
    assertEquals(1, outcomes.of(command.commandId()).size());
  }

  @Test
  void aSocketThatEndsMeanwhileIsOffline() {
    var command = command(session, Instant.now().plusSeconds(5));
    deliver(command);
    chargePoint.nextCall();

    chargePoint.drop();

    assertEquals(Outcome.Offline, outcome(command));
  }
}
