package io.evenkeel.gateway.domain.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Decoded;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.core.ClearCache;
import io.evenkeel.ocpp.core.Heartbeat;
import io.evenkeel.ocpp.core.RemoteStopTransaction;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.trigger.TriggerMessage;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionStateTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Limits LIMITS = new Limits(4, 2, Duration.ofSeconds(20));
  private static final Answer HEARTBEAT =
      new Answer.Result(new Heartbeat.Response(Timestamp.of(NOW)));
  private static final Answer LATE = new Answer.Failure(ErrorCode.InternalError, "late");

  private long tickets;

  private Ask.Question question(String id, Action action, Request request) {
    return new Ask.Question(++tickets, NOW, new Decoded.Call(id, action, request, List.of(), null));
  }

  private Ask.Question heartbeat(String id) {
    return question(id, Action.Heartbeat, new Heartbeat.Request());
  }

  private Ask.Question boot(String id) {
    return question(
        id,
        Action.BootNotification,
        new BootNotification.Request("V", "M", null, null, null, null, null, null, null));
  }

  private static Answer booted(BootNotification.Status status) {
    return new Answer.Result(new BootNotification.Response(status, Timestamp.of(NOW), 300));
  }

  private static Order order(String id, Request request) {
    return new Order(id, request, NOW.plusSeconds(30), (_, _, _, _) -> {});
  }

  private static Order clearCache(String id) {
    return order(id, new ClearCache.Request());
  }

  private static ConnectionState accepted() {
    return ConnectionState.opened(Standing.ACCEPTED);
  }

  private Step received(ConnectionState state, Ask ask) {
    return state.received(ask, LIMITS, NOW);
  }

  private static List<Class<?>> kinds(Step step) {
    return step.effects().stream().<Class<?>>map(Object::getClass).toList();
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
  void whatWasTriggeredPassesWhilePending() {
    // Given
    var state = ConnectionState.opened(Standing.PENDING);
    var trigger =
        order("t", new TriggerMessage.Request(TriggerMessage.RequestedMessage.Heartbeat, null));

    // When
    state = state.ordered(trigger, LIMITS, NOW).next();

    // Then
    assertEquals(List.of(Effect.Handle.class), kinds(received(state, heartbeat("1"))));
  }

  @Test
  void remoteStopIsForbiddenWhilePending() {
    var step =
        ConnectionState.opened(Standing.PENDING)
            .ordered(order("1", new RemoteStopTransaction.Request(7)), LIMITS, NOW);

    assertInstanceOf(Ending.Forbidden.class, ended(step).getFirst().ending());
  }

  private static List<Effect.Ended> ended(Step step) {
    return step.effects().stream()
        .filter(Effect.Ended.class::isInstance)
        .map(Effect.Ended.class::cast)
        .toList();
  }

  @Test
  void oneOrderIsOutAtATimeAndTheNextFollowsTheAnswer() {
    // Given
    var one = clearCache("1");
    var two = clearCache("2");
    var state = accepted().ordered(one, LIMITS, NOW).next();

    // When
    var waiting = state.ordered(two, LIMITS, NOW);

    // Then
    assertEquals(List.of(), waiting.effects());
    assertEquals(Action.ClearCache, waiting.next().awaited("1"));
    assertNull(waiting.next().awaited("2"));
    var answer = new Ending.Answered(new ClearCache.Response(ClearCache.Status.Accepted));
    var step = waiting.next().replied("1", answer, NOW.plusSeconds(1));
    assertEquals(List.of(new Effect.Ended(one, answer, NOW), new Effect.Send(two)), step.effects());
  }

  @Test
  void aFullQueueRefusesAtOnce() {
    var state = accepted();
    for (int i = 0; i < 3; i++) {
      state = state.ordered(clearCache("" + i), LIMITS, NOW).next();
    }

    var step = state.ordered(clearCache("one more"), LIMITS, NOW);

    assertInstanceOf(Ending.QueueFull.class, ended(step).getFirst().ending());
  }

  @Test
  void anExpiredOrderIsNeverSent() {
    // Given
    var silent = clearCache("silent");
    var state = accepted().ordered(silent, LIMITS, NOW).next();
    var waiting = new Order("w", new ClearCache.Request(), NOW.plusSeconds(5), (_, _, _, _) -> {});
    state = state.ordered(waiting, LIMITS, NOW).next();

    // When
    var soon = state.elapsed(LATE, LIMITS, NOW.plusSeconds(5));

    // Then
    assertEquals(List.of(new Effect.Ended(waiting, new Ending.Expired(), null)), soon.effects());
    var later = soon.next().elapsed(LATE, LIMITS, NOW.plusSeconds(30));
    assertEquals(List.of(new Effect.Ended(silent, new Ending.TimedOut(), NOW)), later.effects());
    var tooLate = accepted().ordered(clearCache("late"), LIMITS, NOW.plusSeconds(30));
    assertInstanceOf(Ending.Expired.class, ended(tooLate).getFirst().ending());
  }

  @Test
  void anAnswerToNothingIsIgnored() {
    var step = accepted().replied("unheard-of", new Ending.TimedOut(), NOW);

    assertEquals(List.of(new Effect.Ignored(Effect.Reason.UNKNOWN_ANSWER)), step.effects());
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

  private Ask.Question start(String id) {
    return question(
        id,
        Action.StartTransaction,
        new StartTransaction.Request(1, "TAG", 0, null, Timestamp.of(NOW)));
  }

  private static Order limitOfTransaction(String id) {
    var schedule =
        new ChargingSchedule(
            null,
            null,
            ChargingRateUnit.A,
            List.of(new ChargingSchedulePeriod(0, BigDecimal.TEN, null)),
            null);
    return order(
        id,
        new SetChargingProfile.Request(
            1,
            new ChargingProfile(
                1,
                77,
                0,
                ChargingProfilePurpose.TxProfile,
                ChargingProfileKind.Relative,
                null,
                null,
                null,
                schedule)));
  }

  @Test
  void whatNamesATransactionWaitsUntilTheChargePointKnowsItsId() {
    // Given
    var start = start("1");
    var limit = limitOfTransaction("a");
    var later = clearCache("b");
    var starting = received(accepted(), start).next();

    // When
    var held = starting.ordered(limit, LIMITS, NOW).next().ordered(later, LIMITS, NOW);
    var answered = held.next().answered(start, HEARTBEAT, LIMITS, NOW);

    // Then
    assertEquals(List.of(), held.effects());
    assertEquals(
        List.of(new Effect.Reply(start, HEARTBEAT), new Effect.Send(limit)), answered.effects());
    var replied = answered.next().replied("a", new Ending.TimedOut(), NOW);
    assertEquals(new Effect.Send(later), replied.effects().getLast());
  }

  @Test
  void anythingElseDoesNotWaitForAStart() {
    var starting = received(accepted(), start("1")).next();

    var step = starting.ordered(clearCache("a"), LIMITS, NOW);

    assertEquals(List.of(Effect.Send.class), kinds(step));
  }

  @Test
  void aSecondStartHoldsItBackOnceMore() {
    var first = start("1");
    var second = start("2");
    var limit = limitOfTransaction("a");
    var held =
        received(received(accepted(), first).next(), second)
            .next()
            .ordered(limit, LIMITS, NOW)
            .next();

    var between = held.answered(first, HEARTBEAT, LIMITS, NOW);
    var after = between.next().answered(second, HEARTBEAT, LIMITS, NOW);

    assertEquals(List.of(Effect.Reply.class, Effect.Handle.class), kinds(between));
    assertEquals(List.of(Effect.Reply.class, Effect.Send.class), kinds(after));
  }

  @Test
  void whatIsHeldBackExpiresAndEndsWithTheSocket() {
    var limit = limitOfTransaction("a");
    var held = received(accepted(), start("1")).next().ordered(limit, LIMITS, NOW).next();

    var late = new Limits(4, 2, Duration.ofMinutes(10));
    var expired = held.elapsed(LATE, late, NOW.plusSeconds(30));
    var stopped = held.stopped(DisconnectCause.DRAINED);

    assertEquals(List.of(new Effect.Ended(limit, new Ending.Expired(), null)), expired.effects());
    assertEquals(Outbound.IDLE, expired.next().outbound());
    assertTrue(stopped.effects().contains(new Effect.Ended(limit, new Ending.Offline(), null)));
  }
}
