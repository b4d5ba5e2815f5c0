package io.evenkeel.gateway.handler;

import io.evenkeel.gateway.domain.connection.Ask;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.Heartbeat;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;

/** Tells the time; nothing else needs to know. */
@Singleton
class HeartbeatHandler implements CallHandler {

  @Override
  public Set<Action> actions() {
    return Set.of(Action.Heartbeat);
  }

  @Override
  public Uni<Response> answer(Caller caller, Ask.Question question) {
    return Uni.createFrom().item(new Heartbeat.Response(Timestamp.of(question.receivedAt())));
  }
}
