package io.evenkeel.gateway.socket;

import io.evenkeel.ocpp.Response;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.util.function.Consumer;

/**
 * Takes a handler's answer. Like {@code subscribe().with(…)}, without the capture of thread
 * contexts that this would cost for every call.
 */
record AnswerSubscriber(Consumer<Response> answered, Consumer<Throwable> failed)
    implements UniSubscriber<Response> {

  @Override
  public void onSubscribe(UniSubscription subscription) {
    // an answer is never cancelled: a late one is dropped where it arrives
  }

  @Override
  public void onItem(Response response) {
    answered.accept(response);
  }

  @Override
  public void onFailure(Throwable failure) {
    failed.accept(failure);
  }
}
