package io.evenkeel.simulator;

import io.vertx.core.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** From any thread onto a charge point's event loop, in the order of the calls. */
record Hop(Context loop) {

  void run(Runnable work) {
    loop.runOnContext(now -> work.run());
  }

  /** Completes with the result of the work, or with what it threw. */
  <T extends @Nullable Object> CompletableFuture<T> ask(Supplier<T> work) {
    var answer = new CompletableFuture<T>();
    run(
        () -> {
          try {
            answer.complete(work.get());
          } catch (RuntimeException wrong) {
            answer.completeExceptionally(wrong);
          }
        });
    return answer;
  }

  CompletionStage<@Nullable Void> act(Runnable work) {
    return ask(
        () -> {
          work.run();
          return null;
        });
  }

  /** Completes with what the work's own result completes with. */
  <T> CompletionStage<T> eventually(Supplier<CompletionStage<T>> work) {
    var answer = new CompletableFuture<T>();
    act(() -> work.get().whenComplete((result, failure) -> settle(answer, result, failure)))
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                answer.completeExceptionally(failure);
              }
            });
    return answer;
  }

  private static <T> void settle(
      CompletableFuture<T> answer, T result, @Nullable Throwable failure) {
    if (failure == null) {
      answer.complete(result);
    } else {
      answer.completeExceptionally(failure);
    }
  }
}
