package io.evenkeel.messaging.bus;

import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.AuthorizationCall;
import io.evenkeel.messaging.Calls;
import io.evenkeel.messaging.Reply;
import io.evenkeel.messaging.TransactionCall;
import io.evenkeel.messaging.flow.LaneLimits;
import io.evenkeel.ocpp.Response;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Wires {@link BusCalls} to its channel; only where {@code evenkeel.messaging.calls=true}. */
@ApplicationScoped
@IfBuildProperty(name = "evenkeel.messaging.calls", stringValue = "true")
public class CallsBean implements Calls {

  private static final int EXPIRY_MS = 20;

  private final BusCalls calls;
  private final Vertx vertx;
  private final long timer;

  @Inject
  CallsBean(
      BusOut out,
      Vertx vertx,
      @ConfigProperty(name = "evenkeel.messaging.max-pending-calls", defaultValue = "20000")
          int capacity) {
    this.calls = new BusCalls(out::send, capacity);
    this.vertx = vertx;
    this.timer = vertx.setPeriodic(EXPIRY_MS, _ -> calls.expire(Instant.now()));
  }

  @Override
  public Uni<Authorization> authorization(AuthorizationCall call) {
    return calls.authorization(call);
  }

  @Override
  public Uni<Response> transaction(TransactionCall call) {
    return calls.transaction(call);
  }

  @Incoming("replies-in")
  public Flow.Subscriber<Message<Reply>> replies() {
    return Listening.to(LaneLimits.DEFAULT.maxInFlight(), calls::replied);
  }

  @PreDestroy
  void stop() {
    vertx.cancelTimer(timer);
  }
}
