package io.evenkeel.messaging.flow;

import io.vertx.core.impl.ContextInternal;

/** A message that names the event loop on which it is to be handled. */
public interface EventLoopBound {

  /** Root context of that event loop; work runs on a {@link Contexts#fresh} one of it. */
  ContextInternal eventLoop();
}
