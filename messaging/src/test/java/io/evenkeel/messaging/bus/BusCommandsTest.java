package io.evenkeel.messaging.bus;

import static io.evenkeel.messaging.Samples.NOW;
import static io.evenkeel.messaging.Samples.SESSION;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.messaging.Command;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.ConnectionFact;
import io.evenkeel.messaging.flow.Overloaded;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.core.ClearCache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BusCommandsTest {

  private static final Request REQUEST = new ClearCache.Request();
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final FoldedDirectory directory = new FoldedDirectory();
  private final List<Command> sent = new ArrayList<>();
  private final List<CommandOutcome> outcomes = new ArrayList<>();
  private Uni<Void> sending = Uni.createFrom().voidItem();
  private final BusCommands commands =
      new BusCommands(
          command -> {
            sent.add(command);
            return sending;
          },
          directory,
          "me",
          () -> NOW,
          () -> "id",
          10);

  @BeforeEach
  void connect() {
    directory.fold(new ConnectionFact.Held("CP", SESSION, NOW));
  }

  private void send(String chargePoint) {
    commands.send(chargePoint, REQUEST, TIMEOUT).subscribe().with(outcomes::add);
  }

  private static CommandOutcome outcome(String commandId, String origin, Outcome outcome) {
    return new CommandOutcome(
        commandId, "CP", origin, outcome, null, null, null, NOW, NOW.plusSeconds(1));
  }

  @Test
  void sendsToTheSocketWithAnExpiry() {
    send("CP");
    assertEquals(
        List.of(new Command("id", "CP", SESSION, "me", NOW, NOW.plus(TIMEOUT), REQUEST)), sent);
  }

  @Test
  void givesTheOutcomeOfItsOwnCommand() {
    send("CP");
    commands.came(outcome("other", "me", Outcome.Refused));
    commands.came(outcome("id", "somebody", Outcome.Refused));
    commands.came(outcome("id", "me", Outcome.Answered));
    commands.came(outcome("id", "me", Outcome.TimedOut));

    assertEquals(List.of(outcome("id", "me", Outcome.Answered)), outcomes);
    assertEquals(0, commands.waiting(), "waiting");
  }

  @Test
  void isOfflineAtOnceWhenNobodyHoldsTheChargePoint() {
    send("elsewhere");
    assertAll(
        () -> assertEquals(Outcome.Offline, outcomes.getFirst().outcome()),
        () -> assertEquals("id", outcomes.getFirst().commandId()),
        () -> assertEquals(List.of(), sent, "sent"));
  }

  @Test
  void timesOutAfterTheTimeoutAndTheAllowance() {
    send("CP");

    commands.expire(NOW.plus(TIMEOUT).plusSeconds(2));
    assertEquals(List.of(), outcomes, "two seconds after the timeout");
    commands.expire(NOW.plus(TIMEOUT).plusMillis(2001));
    commands.came(outcome("id", "me", Outcome.Answered));

    assertEquals(1, outcomes.size(), "the late outcome is ignored");
    assertEquals(Outcome.TimedOut, outcomes.getFirst().outcome());
    assertEquals(0, commands.waiting(), "waiting");
  }

  @Test
  void neverFails() {
    sending = Uni.createFrom().failure(new Overloaded("bus full"));
    send("CP");
    sending = Uni.createFrom().failure(new IllegalStateException("broken"));
    send("CP");
    sending = Uni.createFrom().emitter(_ -> {});
    send("CP");
    send("CP");

    assertAll(
        () -> assertEquals(Outcome.Expired, outcomes.get(0).outcome(), "the bus did not take it"),
        () -> assertEquals(Outcome.TimedOut, outcomes.get(1).outcome(), "it may have been sent"),
        () ->
            assertEquals(
                Outcome.TimedOut, outcomes.get(2).outcome(), "the id of a command under way"));
  }

  @Test
  void looksTheSocketUpWhenItIsSentAndNotBefore() {
    Uni<CommandOutcome> later = commands.send("later", "CP2", REQUEST, TIMEOUT);
    directory.fold(new ConnectionFact.Held("CP2", SESSION, NOW));
    later.subscribe().with(outcomes::add);
    assertEquals("later", sent.getFirst().commandId());
  }
}
