package io.evenkeel.gateway.handler;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.domain.connection.Ask;
import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.CallFailed;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.Authorize;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.IdTagInfo;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;

/** Answers Authorize from auth-service's decision. */
@Singleton
class AuthorizeHandler implements CallHandler {

  private final Decisions decisions;
  private final GatewayConfig.WhenUnavailable whenUnavailable;

  @Inject
  AuthorizeHandler(Decisions decisions, GatewayConfig config) {
    this.decisions = decisions;
    this.whenUnavailable = config.authorizationWhenUnavailable();
  }

  @Override
  public Set<Action> actions() {
    return Set.of(Action.Authorize);
  }

  @Override
  public Uni<Response> answer(Caller caller, Ask.Question question) {
    var request = (Authorize.Request) question.call().request();
    return decisions
        .about(caller, request.idTag())
        .map(decision -> new Authorize.Response(info(decision, question.receivedAt())));
  }

  private IdTagInfo info(Decision decision, Instant now) {
    return switch (decision) {
      case Decision.Known(var authorization) -> info(authorization, now);
      case Decision.Unavailable _ ->
          switch (whenUnavailable) {
            case ERROR ->
                throw new CallFailed(ErrorCode.InternalError, "authorization is not available");
            case ACCEPT -> new IdTagInfo(null, null, AuthorizationStatus.Accepted);
            case REFUSE -> new IdTagInfo(null, null, AuthorizationStatus.Invalid);
          };
    };
  }

  static IdTagInfo info(Authorization authorization, Instant now) {
    var expiry = authorization.expiryDate();
    return new IdTagInfo(
        expiry == null ? null : Timestamp.of(expiry),
        authorization.parentIdTag(),
        authorization.statusAt(now));
  }
}
