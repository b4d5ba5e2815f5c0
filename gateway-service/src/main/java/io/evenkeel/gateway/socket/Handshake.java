package io.evenkeel.gateway.socket;

import io.evenkeel.gateway.domain.connection.DisconnectCause;
import io.evenkeel.gateway.domain.connection.Standing;
import io.evenkeel.gateway.domain.device.BasicCredentials;
import io.evenkeel.gateway.domain.device.ChargePointPath;
import io.evenkeel.gateway.domain.device.Device;
import io.evenkeel.gateway.registry.PasswordCheck;
import io.evenkeel.gateway.socket.Traffic.HandshakeResult;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.impl.WebSocketInternal;
import io.vertx.core.impl.ContextInternal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may open a socket: identity from the path, the registry's word, the password, the
 * subprotocol (OCPP-J 1.6 section 3; security whitepaper, profile 1). Belongs to one event loop.
 */
final class Handshake implements Handler<HttpServerRequest> {

  private static final Logger LOG = Logger.getLogger(Handshake.class);

  private final GatewayNode node;
  private final PasswordCheck passwords;
  private final Sweep sweep;
  private final ContextInternal context;
  private final BooleanSupplier draining;
  private int underWay;

  Handshake(
      GatewayNode node,
      PasswordCheck passwords,
      Sweep sweep,
      ContextInternal context,
      BooleanSupplier draining) {
    this.node = node;
    this.passwords = passwords;
    this.sweep = sweep;
    this.context = context;
    this.draining = draining;
  }

  @Override
  public void handle(HttpServerRequest request) {
    // off the request's own duplicated context: it lives as long as the socket, and what is done on
    // it would leave its traces there
    context.dispatch(request, this::decide);
  }

  private void decide(HttpServerRequest request) {
    var path = request.path();
    var id = ChargePointPath.id(node.config.path(), path == null ? "" : path);
    if (id.isEmpty()) {
      refuse(request, 404, HandshakeResult.NOT_FOUND);
    } else if (draining.getAsBoolean()) {
      refuse(request, 503, HandshakeResult.DRAINING);
    } else if (!request.headers().contains(HttpHeaders.UPGRADE, "websocket", true)) {
      request.response().putHeader(HttpHeaders.UPGRADE, "websocket");
      refuse(request, 426, HandshakeResult.NO_UPGRADE);
    } else if (node.connections.size() + underWay >= node.config.maxConnections()) {
      LOG.warnf("refused, this node is full; chargePoint=%s", id.get());
      refuse(request, 503, HandshakeResult.BUSY);
    } else {
      underWay++;
      request.pause();
      await(request, node.registry.find(id.get()), known -> identified(request, id.get(), known));
    }
  }

  private void identified(HttpServerRequest request, String id, Optional<Device> known) {
    if (known.isEmpty()) {
      LOG.infof(
          "refused, not registered: PUT /api/charge-points/{id}; chargePoint=%s from=%s",
          id, request.remoteAddress());
      end(request, 404, HandshakeResult.UNKNOWN);
      return;
    }
    var device = known.get();
    var hash = device.passwordHash();
    if (hash == null) {
      upgrade(request, device);
      return;
    }
    var password = BasicCredentials.password(id, request.getHeader(HttpHeaders.AUTHORIZATION));
    if (password.isEmpty() || password.get().length == 0) {
      unauthorized(request, id, "no password of its own");
      return;
    }
    await(
        request,
        passwords.matches(id, password.get(), hash),
        right -> {
          if (right) {
            upgrade(request, device);
          } else {
            unauthorized(request, id, "wrong password");
          }
        });
  }

  private void unauthorized(HttpServerRequest request, String id, String why) {
    LOG.warnf("refused, %s; chargePoint=%s from=%s", why, id, request.remoteAddress());
    request.response().putHeader("WWW-Authenticate", "Basic realm=\"ocpp\", charset=\"UTF-8\"");
    end(request, 401, HandshakeResult.UNAUTHORIZED);
  }

  private void upgrade(HttpServerRequest request, Device device) {
    request
        .toWebSocket()
        .onComplete(
            result -> {
              underWay--;
              sweep.upgraded(request.connection());
              if (result.failed()) {
                node.traffic.handshake(HandshakeResult.FAILED);
                LOG.debugf("no upgrade chargePoint=%s cause=%s", device.id(), result.cause());
              } else {
                context.dispatch(result.result(), socket -> opened(socket, device));
              }
            });
  }

  private void opened(ServerWebSocket socket, Device device) {
    if (!((WebSocketInternal) socket).channelHandlerContext().channel().isActive()) {
      // it went away while its identity was checked; nobody would tell of its end
      node.traffic.handshake(HandshakeResult.FAILED);
      return;
    }
    if (socket.subProtocol() == null) {
      LOG.infof(
          "closed, no subprotocol in common (ocpp1.6 is spoken here); chargePoint=%s from=%s",
          device.id(), socket.remoteAddress());
      node.traffic.handshake(HandshakeResult.NO_SUBPROTOCOL);
      var cause = DisconnectCause.NO_SUBPROTOCOL;
      socket.close(cause.code(), cause.reason());
      return;
    }
    var standing =
        Standing.onConnect(
            device.registration(), device.boot() != null, device.acceptedAt() != null);
    var connection = new Connection(node, sweep, socket, context, device.id(), standing);
    try {
      connection.open();
    } catch (IllegalStateException closedMeanwhile) {
      node.traffic.handshake(HandshakeResult.FAILED);
      return;
    }
    node.traffic.handshake(HandshakeResult.OPENED);
    sweep.add(connection);
    node.connections.add(connection);
    node.announcements.connected(connection);
    // the registry may have changed since it was read, when this socket could not be told yet
    node.refresh(connection);
  }

  private <T> void await(HttpServerRequest request, CompletableFuture<T> answer, Consumer<T> then) {
    if (answer.isDone() && !answer.isCompletedExceptionally()) {
      then.accept(answer.join());
      return;
    }
    var _ =
        answer.whenComplete(
            (value, failure) -> context.runOnContext(_ -> came(request, value, failure, then)));
  }

  private <T> void came(
      HttpServerRequest request, @Nullable T value, @Nullable Throwable failure, Consumer<T> then) {
    if (failure != null || value == null) {
      LOG.warnf("refused for now, identity not checked; cause=%s", failure);
      end(request, 503, HandshakeResult.BUSY);
    } else {
      then.accept(value);
    }
  }

  private void end(HttpServerRequest request, int status, HandshakeResult result) {
    underWay--;
    refuse(request, status, result);
  }

  private void refuse(HttpServerRequest request, int status, HandshakeResult result) {
    node.traffic.handshake(result);
    var response = request.response();
    if (response.closed()) {
      return;
    }
    if (status == 503) {
      int seconds = 1 + ThreadLocalRandom.current().nextInt(10);
      response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
    }
    request.resume();
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end()
        .onComplete(_ -> request.connection().close());
  }
}
