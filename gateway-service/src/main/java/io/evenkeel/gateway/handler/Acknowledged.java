package io.evenkeel.gateway.handler;

import io.evenkeel.ocpp.Response;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.operators.uni.UniOperatorProcessor;
import io.smallrye.mutiny.subscription.UniSubscriber;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is known beforehand and given when something is done. The same as {@code
 * done.replaceWith(answer)}, without the capture of thread contexts that Mutiny's operators make
 * for their functions: meter values come by the thousand.
 */
final class Acknowledged extends AbstractUni<Response> {

  private final Uni<Void> done;
  private final Response answer;

  Acknowledged(Uni<Void> done, Response answer) {
    this.done = done;
    this.answer = answer;
  }

  @Override
  public void subscribe(UniSubscriber<? super Response> subscriber) {
    AbstractUni.subscribe(done, new Waiting(subscriber));
  }

  private final class Waiting extends UniOperatorProcessor<@Nullable Void, Response> {

    Waiting(UniSubscriber<? super Response> downstream) {
      super(downstream);
    }

    @Override
    public void onItem(@Nullable Void nothing) {
      if (!isCancelled()) {
        downstream.onItem(answer);
      }
    }
  }
}
