package io.evenkeel.messaging.local;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.ArrayList;
import java.util.List;

/** A root context on each event loop of Vert.x; a key always gets the same one. */
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

  ContextInternal of(int hash) {
    return roots[Math.floorMod(hash ^ hash >>> 16, roots.length)];
  }
}
