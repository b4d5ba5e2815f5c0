package io.evenkeel.transaction.service;

import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.Calls;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.TransactionCall;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The gateway, played by the tests: over the real bus, each frame under a fresh message id and
 * socket.
 */
@ApplicationScoped
public class TestGateway {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Calls calls;
  private final Publisher<ChargePointEvent> events;
  private final AtomicLong sockets = new AtomicLong();

  TestGateway(Calls calls, Publisher<ChargePointEvent> events) {
    this.calls = calls;
    this.events = events;
  }

  StartTransaction.Response start(
      String chargePoint, StartTransaction.Request request, @Nullable Authorization authorization) {
    return (StartTransaction.Response)
        call(chargePoint, request, authorization, Instant.now()).await().atMost(PATIENCE);
  }

  StopTransaction.Response stop(
      String chargePoint, StopTransaction.Request request, @Nullable Authorization authorization) {
    return (StopTransaction.Response)
        call(chargePoint, request, authorization, Instant.now()).await().atMost(PATIENCE);
  }

  Uni<Response> call(
      String chargePoint,
      Request request,
      @Nullable Authorization authorization,
      Instant receivedAt) {
    return call(chargePoint, request, authorization, receivedAt, List.of(), null);
  }

  Uni<Response> call(
      String chargePoint,
      Request request,
      @Nullable Authorization authorization,
      Instant receivedAt,
      List<String> remarks,
      @Nullable String raw) {
    return Uni.createFrom()
        .deferred(
            () ->
                calls.transaction(
                    new TransactionCall(
                        UUID.randomUUID().toString(),
                        chargePoint,
                        session(),
                        UUID.randomUUID().toString(),
                        receivedAt,
                        Instant.now().plus(PATIENCE),
                        request,
                        authorization,
                        remarks,
                        raw)));
  }

  /** Returns when it is durable, as the gateway waits before it answers. */
  void notify(String chargePoint, Request request) {
    notify(chargePoint, request, Instant.now(), List.of(), null);
  }

  void notify(
      String chargePoint,
      Request request,
      Instant receivedAt,
      List<String> remarks,
      @Nullable String raw) {
    notified(chargePoint, request, receivedAt, remarks, raw).await().atMost(PATIENCE);
  }

  Uni<Void> notified(
      String chargePoint,
      Request request,
      Instant receivedAt,
      List<String> remarks,
      @Nullable String raw) {
    return Uni.createFrom()
        .deferred(
            () ->
                events.publish(
                    new ChargePointEvent.Notified(
                        chargePoint,
                        receivedAt,
                        session(),
                        UUID.randomUUID().toString(),
                        request,
                        remarks,
                        raw)));
  }

  void boot(String chargePoint, Instant receivedAt) {
    events
        .publish(
            new ChargePointEvent.Booted(
                chargePoint,
                receivedAt,
                session(),
                new BootNotification.Request(
                    "Delta", "AC MAX", null, null, null, null, null, null, null)))
        .await()
        .atMost(PATIENCE);
  }

  private SessionRef session() {
    return new SessionRef(0, 1, sockets.incrementAndGet());
  }
}
