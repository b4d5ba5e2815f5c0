package io.evenkeel.gateway.handler;

import io.evenkeel.gateway.domain.connection.Ask;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Direction;
import io.evenkeel.ocpp.Response;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds the handler of an action. Each action that charge points may call has exactly one. */
@ApplicationScoped
public class Handlers {

  private final Map<Action, CallHandler> byAction = new EnumMap<>(Action.class);

  @Inject
  public Handlers(@All List<CallHandler> handlers) {
    for (var handler : handlers) {
      for (var action : handler.actions()) {
        if (byAction.put(action, handler) != null) {
          throw new IllegalStateException(action + " has two handlers");
        }
      }
    }
    Arrays.stream(Action.values())
        .filter(action -> action.direction() != Direction.FROM_CENTRAL_SYSTEM)
        .filter(action -> !byAction.containsKey(action))
        .findFirst()
        .ifPresent(
            action -> {
              throw new IllegalStateException(action + " has no handler");
            });
  }

  /** See {@link CallHandler#answer}; what a handler throws fails the Uni. */
  public Uni<Response> answer(Caller caller, Ask.Question question) {
    try {
      var handler = byAction.get(question.call().action());
      return handler == null
          ? Uni.createFrom().failure(new IllegalStateException("No handler"))
          : handler.answer(caller, question);
    } catch (RuntimeException thrown) {
      return Uni.createFrom().failure(thrown);
    }
  }
}
