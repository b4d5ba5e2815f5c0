package io.evenkeel.gateway.socket;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.domain.connection.Answer;
import io.evenkeel.gateway.domain.connection.DisconnectCause;
import io.evenkeel.gateway.domain.connection.Limits;
import io.evenkeel.gateway.handler.Handlers;
import io.evenkeel.gateway.registry.LastSeen;
import io.evenkeel.gateway.registry.Registry;
import io.evenkeel.messaging.CallFailed;
import io.evenkeel.ocpp.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** What all sockets of this node share. */
@Singleton
public class GatewayNode {

  private static final Logger LOG = Logger.getLogger(GatewayNode.class);
  private static final Answer SILENCE = new Answer.Silence();

  final GatewayConfig config;
  final Limits limits;
  final Handlers handlers;
  final Connections connections;
  final Announcements announcements;
  final Traffic traffic;
  final BootListener bootListener;
  final Registry registry;
  final Clock clock = Clock.systemUTC();
  private final LastSeen lastSeen;
  private final Answer late;

  @Inject
  public GatewayNode(
      GatewayConfig config,
      Handlers handlers,
      Connections connections,
      Announcements announcements,
      Traffic traffic,
      BootListener bootListener,
      Registry registry,
      LastSeen lastSeen) {
    this.config = config;
    this.limits = new Limits(config.pipeline(), config.commandQueue(), config.callDeadline());
    this.handlers = handlers;
    this.connections = connections;
    this.announcements = announcements;
    this.traffic = traffic;
    this.bootListener = bootListener;
    this.registry = registry;
    this.lastSeen = lastSeen;
    this.late = failure(ErrorCode.InternalError, "not done in time, please repeat");
  }

  private Answer failure(ErrorCode code, String description) {
    return switch (config.onFailure()) {
      case ERROR -> new Answer.Failure(code, description);
      case SILENCE -> SILENCE;
    };
  }

  /** What a charge point is told when its call takes too long. */
  Answer late() {
    return late;
  }

  /** What a charge point is told when its call fails. */
  Answer failure(Connection connection, String action, Throwable cause) {
    LOG.warnf(
        "call failed, the charge point repeats it; chargePoint=%s action=%s cause=%s",
        connection.chargePoint(), action, cause);
    return cause instanceof CallFailed failed
        ? failure(failed.code(), String.valueOf(failed.getMessage()))
        : failure(ErrorCode.InternalError, "not done, please repeat");
  }

  /** The socket is ending. */
  void left(Connection connection, DisconnectCause cause) {
    traffic.disconnected(cause);
    lastSeen.note(connection.chargePoint(), connection.heardAt());
    boolean mine = connections.remove(connection);
    LOG.infof(
        "disconnected chargePoint=%s session=%d cause=%s",
        connection.chargePoint(), connection.session().number(), cause.label());
    if (mine) {
      announcements.disconnected(connection, cause);
    }
  }

  /** Makes what the registry says now hold for the socket. */
  public void refresh(Connection connection) {
    Uni.createFrom()
        .completionStage(() -> registry.find(connection.chargePoint()))
        .subscribe()
        .with(
            device -> {
              if (device.isEmpty()) {
                connection.stop(DisconnectCause.REMOVED);
              } else {
                connection.registered(device.get().registration());
              }
            },
            failure ->
                LOG.warnf(
                    "registry not read, the socket keeps its standing; chargePoint=%s cause=%s",
                    connection.chargePoint(), failure));
  }

  Instant now() {
    return clock.instant();
  }
}
