package io.evenkeel.gateway.handler;

import io.evenkeel.gateway.store.GatewayDeadLetters;
import io.evenkeel.messaging.AuthEvent;
import io.evenkeel.messaging.flow.DeadLetters;
import io.evenkeel.messaging.flow.LaneLimits;
import io.evenkeel.messaging.flow.Lanes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Makes decisions about changed idTags void. */
@ApplicationScoped
public class AuthEventReader {

  private static final LaneLimits LIMITS = LaneLimits.of(16, 1024);

  private final Decisions decisions;
  private final DeadLetters deadLetters;

  @Inject
  public AuthEventReader(Decisions decisions, GatewayDeadLetters deadLetters) {
    this.decisions = decisions;
    this.deadLetters = deadLetters;
  }

  @Incoming("gateway-auth-events-in")
  public Flow.Subscriber<Message<AuthEvent>> authEvents() {
    return Lanes.reading("gateway.auth-events", LIMITS, this::on, deadLetters);
  }

  private Uni<Void> on(AuthEvent event) {
    decisions.changed(event);
    return Uni.createFrom().voidItem();
  }
}
