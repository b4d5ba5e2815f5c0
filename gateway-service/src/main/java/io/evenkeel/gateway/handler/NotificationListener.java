package io.evenkeel.gateway.handler;

import io.evenkeel.gateway.domain.connection.Ask;
import io.evenkeel.ocpp.Action;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Keeps something of what charge points tell, in this service. At most one CDI bean for each
 * action.
 */
public interface NotificationListener {

  Action action();

  /**
   * Completes when it is durable; the charge point is answered after that. Null when there is
   * nothing to keep, as is usual. Called on the socket's event loop.
   */
  @Nullable Uni<Void> told(Caller caller, Ask.Question question);
}
