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
import static io.evenkeel.gateway.domain.connection.Talk.order;
import static io.evenkeel.gateway.domain.connection.Talk.received;
import static io.evenkeel.gateway.domain.connection.Talk.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.core.ClearCache;
import io.evenkeel.ocpp.core.RemoteStopTransaction;
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
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the charge point is asked: one thing at a time, and when it may be. */
class OrdersTest {

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
