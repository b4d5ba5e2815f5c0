package io.evenkeel.gateway.handler;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.domain.connection.Ask;
import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.CallFailed;
import io.evenkeel.messaging.Calls;
import io.evenkeel.messaging.TransactionCall;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Passes StartTransaction and StopTransaction on to transaction-service, with the decision about
 * their idTag. A stop is passed on whatever is known of its tag.
 */
@Singleton
class TransactionHandler implements CallHandler {

  private final Decisions decisions;
  private final Calls calls;
  private final GatewayConfig config;
  private final CallIds ids;

  @Inject
  TransactionHandler(Decisions decisions, Calls calls, GatewayConfig config, CallIds ids) {
    this.ids = ids;
    this.decisions = decisions;
    this.calls = calls;
    this.config = config;
  }

  @Override
  public Set<Action> actions() {
    return Set.of(Action.StartTransaction, Action.StopTransaction);
  }

  @Override
  public Uni<Response> answer(Caller caller, Ask.Question question) {
    var request = question.call().request();
    var idTag = idTag(request);
    Uni<Optional<Authorization>> authorization =
        idTag.isEmpty()
            ? Uni.createFrom().item(Optional.empty())
            : decisions
                .about(caller, idTag.get())
                .map(decision -> authorization(request, idTag.get(), decision));
    return authorization.chain(decided -> pass(caller, question, decided));
  }

  private static Optional<String> idTag(Request request) {
    return switch (request) {
      case StartTransaction.Request start -> Optional.of(start.idTag());
      case StopTransaction.Request stop -> Optional.ofNullable(stop.idTag());
      default -> Optional.empty();
    };
  }

  private Optional<Authorization> authorization(Request request, String idTag, Decision decision) {
    return switch (decision) {
      case Decision.Known(var authorization) -> Optional.of(authorization);
      case Decision.Unavailable _ when request instanceof StopTransaction.Request ->
          Optional.empty();
      case Decision.Unavailable _ ->
          switch (config.authorizationWhenUnavailable()) {
            case ERROR ->
                throw new CallFailed(ErrorCode.InternalError, "authorization is not available");
            case ACCEPT -> Optional.empty();
            case REFUSE -> Optional.of(Authorization.unknown(idTag));
          };
    };
  }

  private Uni<Response> pass(
      Caller caller, Ask.Question question, Optional<Authorization> authorization) {
    var call = question.call();
    return calls.transaction(
        new TransactionCall(
            ids.next(),
            caller.chargePoint(),
            caller.session(),
            call.messageId(),
            question.receivedAt(),
            question.receivedAt().plus(config.callDeadline()),
            call.request(),
            authorization.orElse(null),
            call.remarks(),
            call.raw()));
  }
}
