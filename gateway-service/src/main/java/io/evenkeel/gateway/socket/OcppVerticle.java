package io.evenkeel.gateway.socket;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.domain.connection.DisconnectCause;
import io.evenkeel.gateway.registry.PasswordCheck;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The OCPP server on one event loop. Several share one port. */
final class OcppVerticle extends AbstractVerticle {

  static final String SUBPROTOCOL = "ocpp1.6";

  private static final int DRAIN_TICK_MILLIS = 50;

  private final GatewayNode node;
  private final PasswordCheck passwords;
  private final int port;
  private final Sweep sweep = new Sweep();
  private @Nullable HttpServer server;
  private volatile boolean draining;

  /**
   * @param port below 0: any free one, the same for all instances
   */
  OcppVerticle(GatewayNode node, PasswordCheck passwords, int port) {
    this.node = node;
    this.passwords = passwords;
    this.port = port;
  }

  @Override
  public void start(Promise<Void> started) {
    var handshake =
        new Handshake(node, passwords, sweep, (ContextInternal) context, () -> draining);
    vertx.setPeriodic(
        Math.max(1, node.config.sweepInterval().toMillis()), _ -> sweep.tick(node.now()));
    vertx
        .createHttpServer(options(node.config))
        .connectionHandler(connection -> sweep.opened(connection, node.now()))
        .exceptionHandler(_ -> {}) // what is no HTTP is cut off
        .requestHandler(handshake)
        .listen(port, node.config.host())
        .onSuccess(listening -> server = listening)
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private static HttpServerOptions options(GatewayConfig config) {
    return new HttpServerOptions()
        .setAcceptBacklog(config.acceptBacklog())
        .setWebSocketSubProtocols(List.of(SUBPROTOCOL))
        .setMaxWebSocketFrameSize(config.messageLimit())
        .setMaxWebSocketMessageSize(config.messageLimit())
        // costs about 128 KB for each connection
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setWebSocketClosingTimeout((int) Math.max(1, config.closingTimeout().toSeconds()))
        .setTcpKeepAlive(true)
        .setReuseAddress(true);
  }

  int actualPort() {
    return server == null ? -1 : server.actualPort();
  }

  /**
   * Accepts nothing any more and ends the sockets in slices over the first half of {@code within},
   * at the end of it all that are left. Call on any thread.
   */
  void drain(Duration within) {
    draining = true;
    context.runOnContext(_ -> drainOnLoop(within.toMillis()));
  }

  private void drainOnLoop(long within) {
    var left = new ArrayDeque<>(shuffled(sweep.snapshot()));
    long slices = Math.max(1, within / 2 / DRAIN_TICK_MILLIS);
    int slice = (int) Math.ceil((double) left.size() / slices);
    vertx.setPeriodic(
        1,
        DRAIN_TICK_MILLIS,
        timer -> {
          for (int i = 0; i < slice && !left.isEmpty(); i++) {
            left.poll().drain();
          }
          if (left.isEmpty()) {
            vertx.cancelTimer(timer);
          }
        });
    vertx.setTimer(
        Math.max(1, within),
        _ -> sweep.snapshot().forEach(connection -> connection.stop(DisconnectCause.DRAINED)));
  }

  private static List<Connection> shuffled(List<Connection> connections) {
    var some = new ArrayList<>(connections);
    Collections.shuffle(some, ThreadLocalRandom.current());
    return some;
  }
}
