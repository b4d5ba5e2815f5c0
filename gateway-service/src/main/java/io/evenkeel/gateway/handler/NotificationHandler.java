package io.evenkeel.gateway.handler;

import io.evenkeel.gateway.domain.connection.Ask;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.core.StatusNotification;
import io.evenkeel.ocpp.firmware.DiagnosticsStatusNotification;
import io.evenkeel.ocpp.firmware.FirmwareStatusNotification;
import io.evenkeel.ocpp.security.LogStatusNotification;
import io.evenkeel.ocpp.security.SecurityEventNotification;
import io.evenkeel.ocpp.security.SignedFirmwareStatusNotification;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Passes on what charge points only tell; they are answered when it is durable. */
@Singleton
class NotificationHandler implements CallHandler {

  private static final Map<Action, Response> ANSWERS =
      Map.of(
          Action.StatusNotification, new StatusNotification.Response(),
          Action.MeterValues, new MeterValues.Response(),
          Action.DiagnosticsStatusNotification, new DiagnosticsStatusNotification.Response(),
          Action.FirmwareStatusNotification, new FirmwareStatusNotification.Response(),
          Action.LogStatusNotification, new LogStatusNotification.Response(),
          Action.SignedFirmwareStatusNotification, new SignedFirmwareStatusNotification.Response(),
          Action.SecurityEventNotification, new SecurityEventNotification.Response());

  private final Publisher<ChargePointEvent> events;
  private final Map<Action, NotificationListener> listeners = new EnumMap<>(Action.class);

  @Inject
  NotificationHandler(
      Publisher<ChargePointEvent> events, @All List<NotificationListener> listeners) {
    this.events = events;
    listeners.forEach(listener -> this.listeners.put(listener.action(), listener));
  }

  @Override
  public Set<Action> actions() {
    return ANSWERS.keySet();
  }

  @Override
  public Uni<Response> answer(Caller caller, Ask.Question question) {
    var call = question.call();
    var answer = Objects.requireNonNull(ANSWERS.get(call.action()));
    var listener = listeners.get(call.action());
    var kept = listener == null ? null : listener.told(caller, question);
    var told =
        events.publish(
            new ChargePointEvent.Notified(
                caller.chargePoint(),
                question.receivedAt(),
                caller.session(),
                call.messageId(),
                call.request(),
                call.remarks(),
                call.raw()));
    return new Acknowledged(kept == null ? told : told.chain(() -> kept), answer);
  }
}
