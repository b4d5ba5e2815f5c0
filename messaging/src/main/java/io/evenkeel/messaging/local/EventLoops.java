package io.evenkeel.messaging.local;

import io.evenkeel.messaging.flow.EventLoopBound;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A root context on each event loop of Vert.x. */
final class EventLoops {

  private final ContextInternal[] roots;

  EventLoops(Vertx vertx) {
    VertxInternal internal = (VertxInternal) vertx;
    List<ContextInternal> all = new ArrayList<>();
    for (EventExecutor loop : internal.getEventLoopGroup()) {
      all.add(
          internal.createEventLoopContext(
              (EventLoop) loop, null, Thread.currentThread().getContextClassLoader()));
    }
    this.roots = all.toArray(ContextInternal[]::new);
  }

  /** The same for the same hash. */
  ContextInternal of(int hash) {
    return roots[Math.floorMod(hash ^ (hash >>> 16), roots.length)];
  }

  /**
   * The event loop the message was written on, so that it costs no change of threads; by hash when
   * it was written elsewhere.
   */
  ContextInternal near(Message<?> message, int hash) {
    if (message instanceof EventLoopBound bound
        && bound.eventLoop() instanceof ContextInternal from) {
      for (ContextInternal root : roots) {
        if (root.nettyEventLoop() == from.nettyEventLoop()) {
          return root;
        }
      }
    }
    return of(hash);
  }
}
