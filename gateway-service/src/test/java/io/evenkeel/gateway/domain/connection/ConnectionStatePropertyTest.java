package io.evenkeel.gateway.domain.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Decoded;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.core.ClearCache;
import io.evenkeel.ocpp.core.Heartbeat;
import io.evenkeel.ocpp.core.RemoteStopTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random interleavings of everything that can happen on a socket keep the invariants. */
class ConnectionStatePropertyTest {

  private static final Limits LIMITS = new Limits(4, 3, Duration.ofSeconds(20));
  private static final Answer LATE = new Answer.Failure(ErrorCode.InternalError, "late");
  private static final int STEPS = 400;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
  void invariantsHold(long seed) {
    var random = new SplittableRandom(seed);
    for (int run = 0; run < 50; run++) {
      new World(random.split()).live();
    }
  }

  /** A charge point, handlers and operators that do what they like; and a referee. */
  private static final class World {

    private final SplittableRandom random;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private ConnectionState state;
    private long tickets;
    private int orders;
    private boolean closed;
    private Standing standing;

    /** Calls accepted for an answer, oldest first. */
    private final Deque<Ask> unanswered = new ArrayDeque<>();

    private Ask.@Nullable Question handled;
    private @Nullable Order out;
    private final Map<String, Integer> endings = new HashMap<>();
    private final List<Order> ordered = new ArrayList<>();
    private final List<Ask.Question> abandoned = new ArrayList<>();

    World(SplittableRandom random) {
      this.random = random;
      var standings =
          List.of(Standing.UNACCEPTED, Standing.PENDING, Standing.ACCEPTED, Standing.REJECTED);
      this.standing = standings.get(random.nextInt(4));
      this.state = ConnectionState.opened(standing);
    }

    void live() {
      for (int i = 0; i < STEPS; i++) {
        now = now.plusMillis(random.nextInt(3_000));
        happens();
        check();
      }
      take(state.stopped(DisconnectCause.PEER_CLOSED));
      for (var order : ordered) {
        assertEquals(1, endings.get(order.messageId()), "every order ends exactly once");
      }
    }

    private void happens() {
      switch (random.nextInt(14)) {
        case 0, 1, 2, 3 -> receive(question());
        case 4 ->
            receive(
                new Ask.Blunder(
                    ++tickets,
                    new Decoded.BadCall(id(), "Nonsense", ErrorCode.NotImplemented, "")));
        case 5, 6, 7 -> answer();
        case 8, 9 -> order();
        case 10 -> reply();
        case 11 -> take(state.elapsed(LATE, LIMITS, now));
        case 12 -> take(state.registered(Registration.values()[random.nextInt(3)]));
        default -> {
          if (random.nextInt(40) == 0) {
            take(state.stopped(DisconnectCause.SUPERSEDED));
          } else if (!abandoned.isEmpty()) {
            // a handler that was given up on answers after all
            take(
                state.answered(abandoned.removeFirst(), someAnswer(Action.Heartbeat), LIMITS, now));
          }
        }
      }
    }

    private String id() {
      return "id" + random.nextInt(12);
    }

    private Ask.Question question() {
      boolean boot = random.nextInt(5) == 0;
      return new Ask.Question(
          ++tickets,
          now,
          new Decoded.Call(
              id(),
              boot ? Action.BootNotification : Action.Heartbeat,
              boot
                  ? new BootNotification.Request("V", "M", null, null, null, null, null, null, null)
                  : new Heartbeat.Request(),
              List.of(),
              null));
    }

    private void receive(Ask ask) {
      boolean repeated =
          unanswered.stream().anyMatch(other -> other.messageId().equals(ask.messageId()));
      if (!closed && !repeated) {
        unanswered.addLast(ask);
      }
      take(state.received(ask, LIMITS, now));
    }

    private void answer() {
      if (handled != null) {
        take(state.answered(handled, someAnswer(handled.call().action()), LIMITS, now));
      }
    }

    private Answer someAnswer(Action action) {
      return switch (random.nextInt(4)) {
        case 0 -> new Answer.Silence();
        case 1 -> new Answer.Failure(ErrorCode.InternalError, "no");
        default ->
            new Answer.Result(
                action == Action.BootNotification
                    ? new BootNotification.Response(
                        BootNotification.Status.values()[random.nextInt(3)], Timestamp.of(now), 60)
                    : new Heartbeat.Response(Timestamp.of(now)));
      };
    }

    private void order() {
      var order =
          new Order(
              "order" + orders++,
              random.nextBoolean()
                  ? new ClearCache.Request()
                  : new RemoteStopTransaction.Request(1),
              now.plusSeconds(random.nextInt(40)),
              (_, _, _, _) -> {});
      ordered.add(order);
      take(state.ordered(order, LIMITS, now));
    }

    private void reply() {
      var about = out;
      var id =
          about == null || random.nextInt(4) == 0
              ? "order" + random.nextInt(50)
              : about.messageId();
      take(
          state.replied(
              id, new Ending.Answered(new ClearCache.Response(ClearCache.Status.Accepted)), now));
    }

    private void take(Step step) {
      for (var effect : step.effects()) {
        assertFalse(
            closed && !(effect instanceof Effect.Ignored || effect instanceof Effect.Ended),
            () -> "nothing is done on a socket that has ended: " + effect);
        done(effect, step.next());
      }
      state = step.next();
      // what was triggered is part of it, and no move
      standing = state.standing();
    }

    private void done(Effect effect, ConnectionState next) {
      switch (effect) {
        case Effect.Handle(var question) -> {
          assertTrue(handled == null, "one call is handled at a time");
          assertEquals(question, unanswered.peekFirst(), "calls are handled in order");
          handled = question;
        }
        case Effect.Reply(var ask, var _) -> {
          assertEquals(ask, unanswered.pollFirst(), "answers come in the order of the calls");
          if (ask.equals(handled)) {
            handled = null;
          }
        }
        case Effect.Send(var order) -> {
          assertTrue(out == null, "one order is out at a time");
          assertTrue(now.isBefore(order.expiresAt()), "an order that is late is not sent");
          out = order;
        }
        case Effect.Ended(var order, var ending, var _) -> {
          endings.merge(order.messageId(), 1, Integer::sum);
          if (order.equals(out)) {
            out = null;
          } else {
            assertFalse(ending instanceof Ending.Answered, "only an order that is out is answered");
          }
        }
        case Effect.Close _ -> {
          closed = true;
          if (handled != null) {
            abandoned.add(handled);
          }
          handled = null;
          unanswered.clear();
        }
        case Effect.Pause _ -> assertTrue(next.paused(), "a pause is remembered");
        case Effect.Ignored(var reason) -> {
          if (reason == Effect.Reason.UNHEARD && !closed) {
            assertInstanceOf(
                Standing.Rejected.class, standing, "only a Rejected charge point is not answered");
            assertNotEquals(unanswered.pollFirst(), handled, "what is handled is answered");
          }
        }
        case Effect.Moved(var from, var to) -> {
          assertEquals(standing, from, "the standing moves from where it was");
          standing = to;
        }
        case Effect.Resume _ -> {}
      }
    }

    private void check() {
      if (state.inbound() instanceof Inbound.Idle) {
        assertTrue(unanswered.isEmpty(), "nothing waits when nothing is handled");
      }
      if (state.inbound() instanceof Inbound.Handling handling) {
        assertEquals(handling.current(), handled, "the state knows what is handled");
        assertTrue(handling.waiting().size() <= LIMITS.flood() + 1, "the line is bounded");
      }
      if (state.outbound() instanceof Outbound.Awaiting awaiting) {
        assertEquals(awaiting.order(), out, "the state knows what is out");
        assertTrue(awaiting.waiting().size() <= LIMITS.orders(), "the queue is bounded");
      } else {
        assertTrue(out == null, "nothing is out when the state says so");
      }
    }
  }
}
