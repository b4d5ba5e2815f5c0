package io.evenkeel.messaging.flow;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import org.jspecify.annotations.Nullable;

/**
 * Vert.x contexts, as Hibernate Reactive wants them: one duplicated context, marked safe, for one
 * piece of work. Outside Vert.x everything runs on the calling thread.
 */
public final class Contexts {
  private Contexts() {}

  public static @Nullable ContextInternal current() {
    return (ContextInternal) Vertx.currentContext();
  }

  /** A context for one piece of work on the event loop of {@code any}. */
  public static ContextInternal fresh(Context any) {
    ContextInternal root = (ContextInternal) VertxContext.getRootContext(any);
    ContextInternal fresh = root.duplicate();
    VertxContextSafetyToggle.setContextSafe(fresh, true);
    return fresh;
  }

  /** Runs {@code work} on {@code context}: at once when this thread is its event loop. */
  public static void on(@Nullable ContextInternal context, Runnable work) {
    if (context == null || Vertx.currentContext() == context) {
      work.run();
    } else if (context.isEventLoopContext()) {
      context.emit(work, Runnable::run);
    } else {
      context.runOnContext(_ -> work.run());
    }
  }

  /** Runs {@code work} on {@code context} when its event loop gets to it, never at once. */
  public static void later(@Nullable ContextInternal context, Runnable work) {
    if (context == null) {
      work.run();
    } else {
      context.runOnContext(_ -> work.run());
    }
  }
}
