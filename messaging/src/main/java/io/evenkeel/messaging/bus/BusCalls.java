package io.evenkeel.messaging.bus;

import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.AuthorizationCall;
import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.CallFailed;
import io.evenkeel.messaging.Calls;
import io.evenkeel.messaging.Reply;
import io.evenkeel.messaging.Result;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.TransactionCall;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.Response;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link Calls} as questions and answers on the bus. */
final class BusCalls implements Calls {

  private final Function<BusMessage, Uni<Void>> out;
  private final Pending<Reply> pending;

  BusCalls(Function<BusMessage, Uni<Void>> out, int capacity) {
    this.out = out;
    this.pending = new Pending<>("calls", capacity);
  }

  @Override
  public Uni<Authorization> authorization(AuthorizationCall call) {
    return pending.ask(
        call.callId(),
        call.deadline(),
        sent(call),
        reply -> isFor(call.from(), reply) ? authorizationIn(reply.result()) : null,
        () -> late("auth-service"));
  }

  @Override
  public Uni<Response> transaction(TransactionCall call) {
    return pending.ask(
        call.callId(),
        call.deadline(),
        sent(call),
        reply -> isFor(call.from(), reply) ? responseIn(reply.result()) : null,
        () -> late("transaction-service"));
  }

  void replied(Reply reply) {
    pending.answer(reply.callId(), reply);
  }

  void expire(Instant now) {
    pending.expire(now);
  }

  int waiting() {
    return pending.size();
  }

  private Uni<Void> sent(BusMessage call) {
    return out.apply(call).onFailure().transform(BusCalls::notSent);
  }

  private static boolean isFor(SessionRef asked, Reply reply) {
    return reply.to().equals(asked);
  }

  private static @Nullable Authorization authorizationIn(Result result) {
    return switch (result) {
      case Result.Decided decided -> decided.authorization();
      case Result.Failed failed -> throw new CallFailed(failed.code(), failed.description());
      case Result.Answered _ -> throw unexpected();
    };
  }

  private static @Nullable Response responseIn(Result result) {
    return switch (result) {
      case Result.Answered answered -> answered.response();
      case Result.Failed failed -> throw new CallFailed(failed.code(), failed.description());
      case Result.Decided _ -> throw unexpected();
    };
  }

  private static CallFailed unexpected() {
    return new CallFailed(ErrorCode.InternalError, "The reply is of another kind than the call");
  }

  private static CallFailed late(String service) {
    return new CallFailed(ErrorCode.InternalError, service + " did not answer in time");
  }

  private static CallFailed notSent(Throwable cause) {
    return new CallFailed(ErrorCode.InternalError, "The call was not sent: " + cause);
  }
}
