package io.evenkeel.smartcharging.steering;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Works that must not overlap: each begins when the one before has ended, well or not. */
final class OneByOne {

  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

  synchronized <T> Uni<T> run(Supplier<Uni<T>> work) {
    CompletableFuture<T> next =
        last.<@Nullable Void>handle((_, _) -> null)
            .thenCompose(_ -> work.get().subscribeAsCompletionStage());
    last = next;
    return Uni.createFrom().completionStage(next);
  }
}
