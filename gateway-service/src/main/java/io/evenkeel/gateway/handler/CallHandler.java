package io.evenkeel.gateway.handler;

import io.evenkeel.gateway.domain.connection.Ask;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Response;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Answers calls of charge points. One bean for each action. */
public interface CallHandler {

  Set<Action> actions();

  /**
   * The answer, when what it acknowledges is durable. It must say so in its own time; when it takes
   * too long the charge point is told that it failed, and what comes later is dropped. Subscribed
   * on the socket's event loop, completes on any thread. A failure becomes CALLERROR: {@code
   * CallFailed} with its own code, all others InternalError.
   */
  Uni<Response> answer(Caller caller, Ask.Question question);
}
