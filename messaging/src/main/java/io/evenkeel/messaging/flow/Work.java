package io.evenkeel.messaging.flow;

import io.evenkeel.messaging.BusMessage;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import io.smallrye.reactive.messaging.providers.locals.LocalContextMetadata;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/** One message on its way through the handler, and to the dead letters when it must. */
final class Work<T extends BusMessage> implements UniSubscriber<Void>, Runnable {

  private final LaneReader<T> reader;
  private final Lane lane;
  private final Message<T> message;
  private final @Nullable ContextInternal arrival;
  private int attempt;
  private boolean failedOnce;
  private @Nullable Throwable indigestible;

  /** To be made where the message arrives: it may be on the message's own context. */
  Work(LaneReader<T> reader, Lane lane, Message<T> message) {
    this.reader = reader;
    this.lane = lane;
    this.message = message;
    this.arrival = arrivalOf(message);
  }

  private static @Nullable ContextInternal arrivalOf(Message<?> message) {
    if (message instanceof EventLoopBound bound) {
      return bound.eventLoop();
    }
    return message
        .getMetadata(LocalContextMetadata.class)
        .map(own -> (ContextInternal) own.context())
        .orElseGet(Contexts::current);
  }

  void begin() {
    attempt++;
    Contexts.later(arrival == null ? null : Contexts.fresh(arrival), this);
  }

  @Override
  public void run() {
    Uni<Void> work;
    try {
      work = Objects.requireNonNull(attempted(), "the handler gave null instead of a Uni");
    } catch (Throwable thrown) {
      onFailure(thrown);
      return;
    }
    work.subscribe().withSubscriber(this);
  }

  private Uni<Void> attempted() {
    Throwable cause = indigestible;
    return cause == null
        ? reader.handler.apply(message.getPayload())
        : reader.deadLetters.park(reader.name, message.getPayload(), cause);
  }

  @Override
  public void onSubscribe(UniSubscription subscription) {
    // nobody cancels a work
  }

  @Override
  public void onItem(@Nullable Void nothing) {
    Throwable cause = indigestible;
    if (cause != null) {
      reader.parked(message.getPayload(), cause);
    }
    reader.done(message);
    lane.ended();
  }

  @Override
  public void onFailure(Throwable failure) {
    if (indigestible != null) {
      reader.notParked(message.getPayload(), failure);
      again(failure);
    } else if (Transient.is(failure)) {
      again(failure);
    } else if (!failedOnce) {
      failedOnce = true;
      again(failure);
    } else {
      indigestible = failure;
      attempt = 0;
      begin();
    }
  }

  private void again(Throwable failure) {
    reader.repeats(attempt, failure);
    Duration pause = reader.limits.delayAfter(attempt);
    var _ =
        Infrastructure.getDefaultWorkerPool()
            .schedule(this::begin, pause.toMillis(), TimeUnit.MILLISECONDS);
  }
}
