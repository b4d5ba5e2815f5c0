package io.evenkeel.gateway.socket;

import io.evenkeel.gateway.registry.PasswordCheck;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The OCPP server: one port, several event loops. */
public final class OcppListener {

  /**
   * Servers that listen on the same number below 0 share one free port. Quarkus' own HTTP server,
   * on the same Vert.x, takes -1 to -3 when it may choose its port.
   */
  private static final AtomicInteger ANY_PORT = new AtomicInteger(-1_000);

  private final Queue<OcppVerticle> verticles = new ConcurrentLinkedQueue<>();
  private final GatewayNode node;
  private final PasswordCheck passwords;

  public OcppListener(GatewayNode node, PasswordCheck passwords) {
    this.node = node;
    this.passwords = passwords;
  }

  /**
   * Begins to accept charge points.
   *
   * @param port 0 = any free one
   * @return the port
   */
  public Future<Integer> listen(Vertx vertx, int port, int eventLoops) {
    int instances = eventLoops > 0 ? eventLoops : Runtime.getRuntime().availableProcessors();
    int shared = port == 0 ? ANY_PORT.getAndDecrement() : port;
    return vertx
        .deployVerticle(
            () -> {
              var verticle = new OcppVerticle(node, passwords, shared);
              verticles.add(verticle);
              return verticle;
            },
            new DeploymentOptions().setInstances(instances))
        .map(_ -> port());
  }

  public int port() {
    return verticles.isEmpty() ? -1 : verticles.element().actualPort();
  }

  /** See {@link OcppVerticle#drain}. Returns at once. */
  public void drain(Duration within) {
    List.copyOf(verticles).forEach(verticle -> verticle.drain(within));
  }
}
