package io.evenkeel.simulator.wire;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.impl.VertxInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The few threads that all virtual charge points of a process share. One loop holds tens of
 * thousands of sockets; a second one only helps where there is a second core to spare.
 */
public final class EventLoops implements AutoCloseable {
  /** Vert.x counts pooled WebSockets per client; this is never the bound that matters. */
  private static final int MANY = 1_000_000;

  private static final int LARGEST_FRAME_BYTES = 1 << 20;
  private static final int CONNECT_TIMEOUT_MS = 20_000;

  private final Vertx vertx;
  private final List<Context> contexts = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final Map<String, WebSocketClient> clients = new ConcurrentHashMap<>();

  private EventLoops(int threads) {
    vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(threads)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    for (int i = 0; i < threads; i++) {
      contexts.add(((VertxInternal) vertx).createEventLoopContext());
    }
  }

  /** Starts so many loops; their threads are daemons. */
  public static EventLoops start(int threads) {
    return new EventLoops(threads);
  }

  /** Two loops for everybody in this process who did not bring any; never closed. */
  public static EventLoops shared() {
    return Shared.LOOPS;
  }

  public Vertx vertx() {
    return vertx;
  }

  /** All loops, for work that is to be spread by hand. */
  public List<Context> contexts() {
    return List.copyOf(contexts);
  }

  /** The loops in turn. */
  public Context next() {
    return contexts.get(Math.floorMod(turn.getAndIncrement(), contexts.size()));
  }

  WebSocketClient client(@Nullable String localAddress) {
    return clients.computeIfAbsent(localAddress == null ? "" : localAddress, this::newClient);
  }

  private WebSocketClient newClient(String localAddress) {
    var options =
        new WebSocketClientOptions()
            .setMaxConnections(MANY)
            .setMaxFrameSize(LARGEST_FRAME_BYTES)
            .setMaxMessageSize(LARGEST_FRAME_BYTES)
            .setTryUsePerMessageCompression(false)
            .setTryUsePerFrameCompression(false)
            .setConnectTimeout(CONNECT_TIMEOUT_MS)
            .setTcpNoDelay(true)
            .setClosingTimeout(2);
    return vertx.createWebSocketClient(
        localAddress.isEmpty() ? options : options.setLocalAddress(localAddress));
  }

  /** Cuts every connection and ends the threads; returns when that is done. */
  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static final class Shared {
    static final EventLoops LOOPS = new EventLoops(2);
  }
}
