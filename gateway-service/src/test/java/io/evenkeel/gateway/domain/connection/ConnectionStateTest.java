package io.evenkeel.gateway.domain.connection;

import static io.evenkeel.gateway.domain.connection.Talk.HEARTBEAT;
import static io.evenkeel.gateway.domain.connection.Talk.LATE;
import static io.evenkeel.gateway.domain.connection.Talk.LIMITS;
import static io.evenkeel.gateway.domain.connection.Talk.NOW;
import static io.evenkeel.gateway.domain.connection.Talk.accepted;
import static io.evenkeel.gateway.domain.connection.Talk.clearCache;
import static io.evenkeel.gateway.domain.connection.Talk.ended;
import static io.evenkeel.gateway.domain.connection.Talk.heartbeat;
import static io.evenkeel.gateway.domain.connection.Talk.kinds;
import static io.evenkeel.gateway.domain.connection.Talk.question;
import static io.evenkeel.gateway.domain.connection.Talk.received;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Decoded;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.BootNotification;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionStateTest {

  private Ask.Question boot(String id) {
    return question(
        id,
        Action.BootNotification,
        new BootNotification.Request("V", "M", null, null, null, null, null, null, null));
  }

  private static Answer booted(BootNotification.Status status) {
    return new Answer.Result(new BootNotification.Response(status, Timestamp.of(NOW), 300));
  }

  @Test
  void laterCallsWaitUntilTheFirstIsAnsweredAndComeInOrder() {
    // Given
    var first = heartbeat("1");
    var second = heartbeat("2");
    var third = heartbeat("3");
    var state = received(accepted(), first).next();
    state = received(state, second).next();
    state = received(state, third).next();

    // When
    var step = state.answered(first, HEARTBEAT, LIMITS, NOW);

    // Then
    assertEquals(
        List.of(new Effect.Reply(first, HEARTBEAT), new Effect.Handle(second)), step.effects());
    var last = step.next().answered(second, HEARTBEAT, LIMITS, NOW);
    assertEquals(
        List.of(new Effect.Reply(second, HEARTBEAT), new Effect.Handle(third)), last.effects());
  }

  @Test
  void theSameMessageIdWhileItIsHandledIsNotHandledTwice() {
    var state = received(accepted(), heartbeat("1")).next();

    var step = received(state, heartbeat("1"));

    assertEquals(List.of(new Effect.Ignored(Effect.Reason.REPEATED)), step.effects());
  }

  @Test
  void theSameMessageIdAfterItsAnswerIsANewCall() {
    var first = heartbeat("1");
    var state = received(accepted(), first).next().answered(first, HEARTBEAT, LIMITS, NOW).next();

    var step = received(state, heartbeat("1"));

    assertEquals(List.of(Effect.Handle.class), kinds(step));
  }

  @Test
  void readingStopsWhenTheLineIsFullAndGoesOnWhenItIsHalfEmpty() {
    // Given
    var first = heartbeat("0");
    var state = received(accepted(), first).next();
    for (int i = 1; i < 4; i++) {
      state = received(state, heartbeat("" + i)).next();
    }

    // When
    var full = received(state, heartbeat("4"));

    // Then
    assertEquals(List.of(Effect.Pause.class), kinds(full));
    assertTrue(full.next().paused());
    var current = first;
    var left = full;
    for (int i = 0; i < 2; i++) {
      left = left.next().answered(current, HEARTBEAT, LIMITS, NOW);
      current = assertInstanceOf(Inbound.Handling.class, left.next().inbound()).current();
    }
    assertEquals(
        List.of(Effect.Reply.class, Effect.Resume.class, Effect.Handle.class), kinds(left));
  }

  @Test
  void aChargePointThatNeverStopsSendingIsClosed() {
    var state = received(accepted(), heartbeat("first")).next();
    for (int i = 0; i < LIMITS.flood(); i++) {
      state = received(state, heartbeat("" + i)).next();
    }

    var step = received(state, heartbeat("one more"));

    assertTrue(step.effects().contains(new Effect.Close(DisconnectCause.FLOOD)));
  }

  @Test
  void beforeItIsAcceptedANewChargePointHearsSecurityErrorToAllButBoot() {
    var step = received(ConnectionState.opened(Standing.UNACCEPTED), heartbeat("1"));

    var reply = assertInstanceOf(Effect.Reply.class, step.effects().getFirst());
    assertEquals(
        ErrorCode.SecurityError, assertInstanceOf(Answer.Failure.class, reply.answer()).code());
  }

  @Test
  void callsSentRightBehindAnAcceptedBootAreHandled() {
    // Given
    var boot = boot("1");
    var behind = heartbeat("2");
    var state = received(ConnectionState.opened(Standing.UNACCEPTED), boot).next();
    state = received(state, behind).next();

    // When
    var step = state.answered(boot, booted(BootNotification.Status.Accepted), LIMITS, NOW);

    // Then
    assertEquals(List.of(Effect.Reply.class, Effect.Moved.class, Effect.Handle.class), kinds(step));
    assertEquals(Standing.ACCEPTED, step.next().standing());
  }

  @Test
  void aRejectedChargePointHearsNothingUntilItsNextBoot() {
    // Given
    var boot = boot("1");
    var state =
        received(ConnectionState.opened(Standing.UNACCEPTED), boot)
            .next()
            .answered(boot, booted(BootNotification.Status.Rejected), LIMITS, NOW)
            .next();

    // Then
    assertEquals(
        List.of(new Effect.Ignored(Effect.Reason.UNHEARD)),
        received(state, heartbeat("2")).effects());
    assertEquals(
        List.of(new Effect.Ignored(Effect.Reason.UNHEARD)),
        received(
                state,
                new Ask.Blunder(
                    9, new Decoded.BadCall("3", "Nonsense", ErrorCode.NotImplemented, "")))
            .effects());
    assertEquals(List.of(Effect.Handle.class), kinds(received(state, boot("4"))));
    assertInstanceOf(
        Ending.Forbidden.class,
        ended(state.ordered(clearCache("c"), LIMITS, NOW)).getFirst().ending());
  }

  @Test
  void aHandlerThatTakesTooLongIsAnsweredForAndItsLateAnswerIsDropped() {
    // Given
    var slow = heartbeat("1");
    var state = received(accepted(), slow).next();

    // When
    var step = state.elapsed(LATE, LIMITS, NOW.plusSeconds(20));

    // Then
    assertEquals(List.of(new Effect.Reply(slow, LATE)), step.effects());
    assertEquals(
        List.of(new Effect.Ignored(Effect.Reason.LATE_ANSWER)),
        step.next().answered(slow, HEARTBEAT, LIMITS, NOW).effects());
  }

  @Test
  void theEndTellsEveryOrderAndDropsAnswers() {
    // Given
    var asked = heartbeat("1");
    var out = clearCache("out");
    var waits = clearCache("waits");
    var state = received(accepted(), asked).next();
    state = state.ordered(out, LIMITS, NOW).next().ordered(waits, LIMITS, NOW).next();

    // When
    var step = state.stopped(DisconnectCause.SUPERSEDED);

    // Then
    assertEquals(
        List.of(
            new Effect.Ended(out, new Ending.Offline(), NOW),
            new Effect.Ended(waits, new Ending.Offline(), null)),
        ended(step));
    assertEquals(new Effect.Close(DisconnectCause.SUPERSEDED), step.effects().getLast());
    var over = step.next();
    assertEquals(
        List.of(new Effect.Ignored(Effect.Reason.LATE_ANSWER)),
        over.answered(asked, HEARTBEAT, LIMITS, NOW).effects());
    assertEquals(List.of(), over.stopped(DisconnectCause.PEER_CLOSED).effects());
    assertInstanceOf(
        Ending.Offline.class,
        ended(over.ordered(clearCache("x"), LIMITS, NOW)).getFirst().ending());
  }

  @Test
  void theOperatorsRejectionTakesEffectOnTheLiveSocket() {
    // Given
    var out = clearCache("out");
    var waits = clearCache("waits");
    var state = accepted().ordered(out, LIMITS, NOW).next().ordered(waits, LIMITS, NOW).next();

    // When
    var step = state.registered(Registration.Rejected);

    // Then
    assertEquals(Standing.REJECTED, step.next().standing());
    assertEquals(List.of(new Effect.Ended(waits, new Ending.Forbidden(), null)), ended(step));
  }

  @Test
  void acceptedByTheOperatorItStillHasToBoot() {
    var step = ConnectionState.opened(Standing.PENDING).registered(Registration.Accepted);

    assertEquals(Standing.PENDING, step.next().standing());
  }
}
