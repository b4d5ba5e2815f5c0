package io.evenkeel.gateway.store;

import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.flow.DeadLetters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Puts aside what this service's readers cannot digest. */
@ApplicationScoped
@Typed(GatewayDeadLetters.class)
public class GatewayDeadLetters implements DeadLetters {

  private static final Logger LOG = Logger.getLogger(GatewayDeadLetters.class);

  private final DeadLetterStore store;
  private final Clock clock = Clock.systemUTC();

  @Inject
  public GatewayDeadLetters(DeadLetterStore store) {
    this.store = store;
  }

  @Override
  public <T extends BusMessage> Uni<Void> park(String reader, T message, Throwable cause) {
    LOG.errorf(
        cause,
        "message put aside, see GET /api/charge-points/dead-letters; reader=%s key=%s",
        reader,
        message.key());
    // toString and not JSON: it leaves secrets out
    return store.park(reader, message.key(), message.toString(), cause.toString(), clock.instant());
  }
}
