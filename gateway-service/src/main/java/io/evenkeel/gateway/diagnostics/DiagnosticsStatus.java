package io.evenkeel.gateway.diagnostics;

import io.evenkeel.gateway.domain.connection.Ask;
import io.evenkeel.gateway.handler.Caller;
import io.evenkeel.gateway.handler.NotificationListener;
import io.evenkeel.gateway.store.DiagnosticsStore;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.firmware.DiagnosticsStatusNotification;
import io.evenkeel.ocpp.firmware.DiagnosticsStatusNotification.Status;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Keeps what charge points say of their uploads. */
@Singleton
public class DiagnosticsStatus implements NotificationListener {

  private final DiagnosticsStore store;

  @Inject
  public DiagnosticsStatus(DiagnosticsStore store) {
    this.store = store;
  }

  @Override
  public Action action() {
    return Action.DiagnosticsStatusNotification;
  }

  @Override
  public @Nullable Uni<Void> told(Caller caller, Ask.Question question) {
    var request = (DiagnosticsStatusNotification.Request) question.call().request();
    return request.status() == Status.Idle
        ? null
        : store.status(caller.chargePoint(), request.status().wire(), question.receivedAt());
  }
}
