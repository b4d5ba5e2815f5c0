package io.evenkeel.gateway.domain.connection;

import io.evenkeel.gateway.domain.connection.Effect.Reason;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.core.BootNotification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A transition in the making: the next state and the effects so far. Lives within one call. */
final class Draft {

  private static final Answer NOT_ACCEPTED =
      new Answer.Failure(
          ErrorCode.SecurityError, "BootNotification has not been answered with Accepted");

  Outbound outbound;
  private Standing standing;
  private Inbound inbound;
  private final List<Effect> effects = new ArrayList<>(3);

  Draft(ConnectionState before) {
    standing = before.standing();
    inbound = before.inbound();
    outbound = before.outbound();
  }

  Step step() {
    return new Step(new ConnectionState(standing, inbound, outbound), effects);
  }

  void ignore(Reason reason) {
    effects.add(new Effect.Ignored(reason));
  }

  void move(Standing to) {
    if (!standing.equals(to)) {
      effects.add(new Effect.Moved(standing, to));
      standing = to;
    }
  }

  // ---- the charge point's calls

  void queue(Inbound.Handling handling, Ask ask, Limits limits) {
    var more = handling.plus(ask, limits.pipeline());
    if (more.paused() && !handling.paused()) {
      effects.add(new Effect.Pause());
    }
    inbound = more;
  }

  void reply(Inbound.Handling handling, Answer answer, Limits limits, Instant now) {
    effects.add(new Effect.Reply(handling.current(), answer));
    if (answer instanceof Answer.Result(BootNotification.Response boot)) {
      move(standing.afterBoot(boot.status()));
    }
    takeTurns(handling.waiting(), handling.paused(), limits, now);
  }

  /** Answers what can be answered at once and gives the first other one to its handler. */
  void takeTurns(List<Ask> waiting, boolean paused, Limits limits, Instant now) {
    int turn = 0;
    Ask.Question question = null;
    while (question == null && turn < waiting.size()) {
      question = handled(waiting.get(turn));
      turn++;
    }
    var rest = waiting.subList(turn, waiting.size());
    boolean stillPaused = paused && rest.size() > limits.pipeline() / 2;
    if (paused && !stillPaused) {
      effects.add(new Effect.Resume());
    }
    if (question == null) {
      inbound = Inbound.IDLE;
    } else {
      inbound = new Inbound.Handling(question, now, rest, stillPaused);
      effects.add(new Effect.Handle(question));
    }
    if (outbound instanceof Outbound.Held(var held)) {
      sendNext(held, now);
    }
  }

  private Ask.@Nullable Question handled(Ask ask) {
    switch (ask) {
      case Ask.Blunder(_, var call) -> {
        if (standing instanceof Standing.Rejected && !call.action().equals("BootNotification")) {
          ignore(Reason.UNHEARD);
        } else {
          effects.add(new Effect.Reply(ask, new Answer.Failure(call.code(), call.description())));
        }
        return null;
      }
      case Ask.Question question -> {
        switch (standing.verdictOn(question.call().action())) {
          case HANDLE -> {
            return question;
          }
          case REFUSE -> effects.add(new Effect.Reply(ask, NOT_ACCEPTED));
          case IGNORE -> ignore(Reason.UNHEARD);
        }
        return null;
      }
    }
  }

  // ---- our calls

  void end(Order order, Ending ending) {
    end(order, ending, null);
  }

  void end(Order order, Ending ending, @Nullable Instant sentAt) {
    effects.add(new Effect.Ended(order, ending, sentAt));
  }

  /** Sends the first that may still be sent. */
  void sendNext(List<Order> waiting, Instant now) {
    for (int turn = 0; turn < waiting.size(); turn++) {
      var order = waiting.get(turn);
      if (order.expired(now)) {
        end(order, new Ending.Expired());
      } else if (!standing.permits(order.request())) {
        end(order, new Ending.Forbidden());
      } else if (order.namesATransaction() && inbound.isStartingATransaction()) {
        outbound = new Outbound.Held(waiting.subList(turn, waiting.size()));
        return;
      } else {
        effects.add(new Effect.Send(order));
        standing = standing.afterSending(order.request());
        outbound = new Outbound.Awaiting(order, now, waiting.subList(turn + 1, waiting.size()));
        return;
      }
    }
    outbound = Outbound.IDLE;
  }

  void dropExpired(Instant now) {
    dropWaiting(new Ending.Expired(), order -> order.expired(now));
  }

  void dropForbidden() {
    dropWaiting(new Ending.Forbidden(), order -> !standing.permits(order.request()));
  }

  private void dropWaiting(Ending ending, Predicate<Order> dropped) {
    var waiting = waiting();
    if (waiting.stream().noneMatch(dropped)) {
      return;
    }
    waiting.stream().filter(dropped).forEach(gone -> end(gone, ending));
    var left = waiting.stream().filter(dropped.negate()).toList();
    outbound =
        switch (outbound) {
          case Outbound.Awaiting(var order, var sentAt, _) ->
              new Outbound.Awaiting(order, sentAt, left);
          case Outbound.Held _ -> left.isEmpty() ? Outbound.IDLE : new Outbound.Held(left);
          case Outbound.Idle _ -> Outbound.IDLE;
        };
  }

  private List<Order> waiting() {
    return switch (outbound) {
      case Outbound.Idle _ -> List.of();
      case Outbound.Awaiting awaiting -> awaiting.waiting();
      case Outbound.Held held -> held.waiting();
    };
  }

  // ---- the end

  void stop(DisconnectCause cause) {
    move(new Standing.Closing(cause));
    inbound = Inbound.IDLE;
    if (outbound instanceof Outbound.Awaiting(var order, var sentAt, _)) {
      end(order, new Ending.Offline(), sentAt);
    }
    waiting().forEach(left -> end(left, new Ending.Offline()));
    outbound = Outbound.IDLE;
    effects.add(new Effect.Close(cause));
  }
}
