package io.evenkeel.messaging.flow;

import io.vertx.core.impl.ContextInternal;
import org.jspecify.annotations.Nullable;

/** A message that names the event loop on which it is best handled. */
public interface EventLoopBound {

  /**
   * Any context of that event loop, null when there is none; work runs on a {@link Contexts#fresh}
   * one of it.
   */
  @Nullable ContextInternal eventLoop();
}
