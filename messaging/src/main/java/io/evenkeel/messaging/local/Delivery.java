package io.evenkeel.messaging.local;

import io.evenkeel.messaging.flow.EventLoopBound;
import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** A message on its way to one reader. Acknowledging or refusing it again does nothing. */
final class Delivery implements Message<Object>, EventLoopBound {

  private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

  private final Object payload;
  private final Settlement settlement;
  private final ContextInternal eventLoop;
  private final Metadata metadata;
  private final AtomicBoolean settled = new AtomicBoolean();

  Delivery(Object payload, Settlement settlement, ContextInternal eventLoop, Metadata metadata) {
    this.payload = payload;
    this.settlement = settlement;
    this.eventLoop = eventLoop;
    this.metadata = metadata;
  }

  @Override
  public Object getPayload() {
    return payload;
  }

  @Override
  public Metadata getMetadata() {
    return metadata;
  }

  @Override
  public ContextInternal eventLoop() {
    return eventLoop;
  }

  @Override
  public CompletionStage<Void> ack(Metadata unused) {
    if (settled.compareAndSet(false, true)) {
      settlement.acknowledge();
    }
    return DONE;
  }

  @Override
  public CompletionStage<Void> nack(Throwable reason, Metadata unused) {
    if (settled.compareAndSet(false, true)) {
      settlement.refuse(reason);
    }
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
}
