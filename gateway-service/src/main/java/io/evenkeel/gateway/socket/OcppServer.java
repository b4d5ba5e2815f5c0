package io.evenkeel.gateway.socket;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.registry.LastSeen;
import io.evenkeel.gateway.registry.PasswordCheck;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.net.BindException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * This node as charge points see it. On start the node says that a new life of it begins, and then
 * listens; on shutdown it lets go of its charge points before anything else stops.
 */
@ApplicationScoped
public class OcppServer {

  private static final Logger LOG = Logger.getLogger(OcppServer.class);
  private static final Duration START_WITHIN = Duration.ofSeconds(30);

  private final GatewayConfig config;
  private final GatewayNode node;
  private final LastSeen lastSeen;
  private final Vertx vertx;
  private final OcppListener listener;
  private long flushTimer;
  private volatile Instant flushedAt = Instant.EPOCH;

  @Inject
  public OcppServer(
      GatewayConfig config,
      GatewayNode node,
      PasswordCheck passwords,
      LastSeen lastSeen,
      Vertx vertx) {
    this.config = config;
    this.node = node;
    this.lastSeen = lastSeen;
    this.vertx = vertx;
    this.listener = new OcppListener(node, passwords);
  }

  /** The port that charge points connect to. */
  public int port() {
    return listener.port();
  }

  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event)
      throws ExecutionException, TimeoutException, InterruptedException {
    node.announcements
        .nodeStarted()
        .onFailure()
        .retry()
        .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
        .expireIn(START_WITHIN.toMillis())
        .await()
        .atMost(START_WITHIN);
    int port = listen();
    flushTimer =
        vertx.setPeriodic(
            Math.max(1, config.lastSeenFlush().toMillis()),
            _ -> flush().subscribe().with(done -> {}));
    LOG.infof("OCPP 1.6J at ws://%s:%d%s{chargePointId}", config.host(), port, config.path());
  }

  private int listen() throws ExecutionException, TimeoutException, InterruptedException {
    try {
      return listener
          .listen(vertx, config.port(), config.eventLoops())
          .toCompletionStage()
          .toCompletableFuture()
          .get(START_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof BindException) {
        throw new IllegalStateException(
            "OCPP cannot listen on %s:%d, another process does: set evenkeel.gateway.port"
                .formatted(config.host(), config.port()));
      }
      throw failure;
    }
  }

  private Uni<Void> flush() {
    var before = flushedAt;
    flushedAt = Instant.now();
    node.connections.forEach(
        connection -> {
          var heardAt = connection.heardAt();
          if (!heardAt.isBefore(before)) {
            lastSeen.note(connection.chargePoint(), heardAt);
          }
        });
    return lastSeen.flush();
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    var within = config.drainTimeout();
    LOG.infof("letting go of %d charge points within %s", node.connections.size(), within);
    vertx.cancelTimer(flushTimer);
    listener.drain(within);
    var deadline = Instant.now().plus(within).plusSeconds(1);
    while ((node.connections.size() > 0 || node.announcements.underWay() > 0)
        && Instant.now().isBefore(deadline)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    try {
      lastSeen.flush().await().atMost(Duration.ofSeconds(2));
    } catch (RuntimeException failure) {
      LOG.warnf("last-seen not written: %s", failure);
    }
  }
}
