package io.evenkeel.messaging.bus;

import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.flow.Contexts;
import io.evenkeel.messaging.flow.EventLoopBound;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jspecify.annotations.Nullable;

/** A message on its way out; its acknowledgement is what the sender waits for. */
final class Sending implements Message<BusMessage>, EventLoopBound, UniSubscription {

  private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

  private final BusMessage payload;
  private final UniSubscriber<? super Void> sender;
  private final @Nullable ContextInternal context = Contexts.current();
  private final AtomicBoolean ended = new AtomicBoolean();

  private Sending(BusMessage payload, UniSubscriber<? super Void> sender) {
    this.payload = payload;
    this.sender = sender;
  }

  @Override
  public BusMessage getPayload() {
    return payload;
  }

  @Override
  public @Nullable ContextInternal eventLoop() {
    return context;
  }

  /** The message is sent all the same; nobody is told. */
  @Override
  public void cancel() {
    ended.set(true);
  }

  void fail(Throwable cause) {
    if (ended.compareAndSet(false, true)) {
      Contexts.later(context, () -> sender.onFailure(cause));
    }
  }

  @Override
  public CompletionStage<Void> ack(Metadata unused) {
    if (ended.compareAndSet(false, true)) {
      Contexts.later(context, () -> sender.onItem(null));
    }
    return DONE;
  }

  @Override
  public CompletionStage<Void> nack(Throwable reason, Metadata unused) {
    fail(reason);
    return DONE;
  }

  @Override
  public Function<Metadata, CompletionStage<Void>> getAckWithMetadata() {
    return this::ack;
  }

  @Override
  public BiFunction<Throwable, Metadata, CompletionStage<Void>> getNackWithMetadata() {
    return this::nack;
  }

  /** Each subscription sends the message once. */
  static final class OnSubscription extends AbstractUni<Void> {

    private final BusOut out;
    private final BusMessage payload;

    OnSubscription(BusOut out, BusMessage payload) {
      this.out = out;
      this.payload = payload;
    }

    @Override
    public void subscribe(UniSubscriber<? super Void> subscriber) {
      Sending sending = new Sending(payload, subscriber);
      subscriber.onSubscribe(sending);
      out.enqueue(sending);
    }
  }
}
