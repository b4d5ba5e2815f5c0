package io.evenkeel.gateway.domain.connection;

import io.evenkeel.gateway.domain.connection.Effect.Reason;
import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.ocpp.Action;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One socket of a charge point. Both directions are independent; each has at most one CALL under
 * way (OCPP-J 1.6 section 4.1.1), the charge point's are answered in the order in which they came,
 * and everything that waits is bounded.
 *
 * <pre>
 *   inbound    Idle ──received──▶ Handling ──answered, elapsed──▶ next in line, or Idle
 *   outbound   Idle ──ordered───▶ Awaiting ──replied, elapsed───▶ next in line, or Idle
 *                                 Held, while the charge point is told the transaction's id
 *   standing   see {@link Standing}
 * </pre>
 */
public record ConnectionState(Standing standing, Inbound inbound, Outbound outbound) {

  /** A new socket. */
  public static ConnectionState opened(Standing standing) {
    return new ConnectionState(standing, Inbound.IDLE, Outbound.IDLE);
  }

  /** The action of our call that is out under that message id. */
  public @Nullable Action awaited(String messageId) {
    return outbound instanceof Outbound.Awaiting awaiting
            && awaiting.order().messageId().equals(messageId)
        ? awaiting.order().action()
        : null;
  }

  /** Nothing is under way in either direction. */
  public boolean idle() {
    return inbound instanceof Inbound.Idle && outbound instanceof Outbound.Idle;
  }

  /** The socket is not read: so much waits. */
  public boolean paused() {
    return inbound instanceof Inbound.Handling handling && handling.paused();
  }

  /** A CALL came. */
  public Step received(Ask ask, Limits limits, Instant now) {
    var draft = new Draft(this);
    switch (inbound) {
      case Inbound.Idle _ when standing.closing() -> draft.ignore(Reason.UNHEARD);
      case Inbound.Idle _ -> draft.takeTurns(List.of(ask), false, limits, now);
      case Inbound.Handling handling when handling.isAbout(ask.messageId()) ->
          draft.ignore(Reason.REPEATED);
      case Inbound.Handling handling when handling.waiting().size() >= limits.flood() ->
          draft.stop(DisconnectCause.FLOOD);
      case Inbound.Handling handling -> draft.queue(handling, ask, limits);
    }
    return draft.step();
  }

  /** The handler of the question has answered. */
  public Step answered(Ask.Question question, Answer answer, Limits limits, Instant now) {
    var draft = new Draft(this);
    if (inbound instanceof Inbound.Handling handling
        && handling.current().ticket() == question.ticket()) {
      draft.reply(handling, answer, limits, now);
    } else {
      draft.ignore(Reason.LATE_ANSWER);
    }
    return draft.step();
  }

  /** Something is to be asked of the charge point. */
  public Step ordered(Order order, Limits limits, Instant now) {
    var draft = new Draft(this);
    if (standing.closing()) {
      draft.end(order, new Ending.Offline());
    } else if (!standing.permits(order.request())) {
      draft.end(order, new Ending.Forbidden());
    } else if (order.expired(now)) {
      draft.end(order, new Ending.Expired());
    } else {
      switch (outbound) {
        case Outbound.Idle _ -> draft.sendNext(List.of(order), now);
        case Outbound.Awaiting awaiting when awaiting.waiting().size() >= limits.orders() ->
            draft.end(order, new Ending.QueueFull());
        case Outbound.Awaiting awaiting -> draft.outbound = awaiting.plus(order);
        case Outbound.Held held when held.waiting().size() >= limits.orders() ->
            draft.end(order, new Ending.QueueFull());
        case Outbound.Held held -> draft.outbound = held.plus(order);
      }
    }
    return draft.step();
  }

  /** A CALLRESULT or CALLERROR came. */
  public Step replied(String messageId, Ending ending, Instant now) {
    var draft = new Draft(this);
    if (outbound instanceof Outbound.Awaiting(var order, var sentAt, var waiting)
        && order.messageId().equals(messageId)) {
      draft.end(order, ending, sentAt);
      draft.sendNext(waiting, now);
    } else {
      draft.ignore(Reason.UNKNOWN_ANSWER);
    }
    return draft.step();
  }

  /**
   * Time went by.
   *
   * @param late what the charge point is told when a handler takes too long
   */
  public Step elapsed(Answer late, Limits limits, Instant now) {
    var draft = new Draft(this);
    if (inbound instanceof Inbound.Handling handling
        && !now.isBefore(handling.since().plus(limits.answerWithin()))) {
      draft.reply(handling, late, limits, now);
    }
    if (outbound instanceof Outbound.Awaiting(var order, var sentAt, var waiting)) {
      if (order.expired(now)) {
        draft.end(order, new Ending.TimedOut(), sentAt);
        draft.sendNext(waiting, now);
      }
    }
    draft.dropExpired(now);
    return draft.step();
  }

  /** The operator changed the registration. */
  public Step registered(Registration registration) {
    var draft = new Draft(this);
    draft.move(standing.afterRegistration(registration));
    draft.dropForbidden();
    return draft.step();
  }

  /** The socket is to end, or has ended. */
  public Step stopped(DisconnectCause cause) {
    var draft = new Draft(this);
    if (!standing.closing()) {
      draft.stop(cause);
    }
    return draft.step();
  }
}
