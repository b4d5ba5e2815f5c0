package io.evenkeel.messaging.flow;

import io.evenkeel.messaging.BusMessage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.smallrye.mutiny.Uni;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes messages from a channel, spreads them over lanes and keeps the books. */
final class LaneReader<T extends BusMessage> implements Flow.Subscriber<Message<T>> {

  private static final Logger LOG = Logger.getLogger(Lanes.class);

  /** Pauses shorter than this attempt's are an ordinary collision and not worth a line. */
  private static final int ATTEMPTS_BEFORE_A_WORD = 3;

  final String name;
  final LaneLimits limits;
  final Function<T, Uni<Void>> handler;
  final DeadLetters deadLetters;

  private final Lane[] lanes;
  private final int refill;
  private final AtomicInteger finished = new AtomicInteger();
  private final AtomicBoolean stalled = new AtomicBoolean();
  private final Counter parked;
  private final Counter repeated;
  private volatile Flow.@Nullable Subscription upstream;

  LaneReader(
      String name, LaneLimits limits, Function<T, Uni<Void>> handler, DeadLetters deadLetters) {
    this.name = name;
    this.limits = limits;
    this.handler = handler;
    this.deadLetters = deadLetters;
    this.lanes = Stream.generate(Lane::new).limit(limits.lanes()).toArray(Lane[]::new);
    this.refill = Math.max(1, limits.maxInFlight() / 4);
    this.parked = Metrics.counter("evenkeel_bus_parked", "reader", name);
    this.repeated = Metrics.counter("evenkeel_bus_repeated", "reader", name);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    upstream = subscription;
    subscription.request(limits.maxInFlight());
  }

  @Override
  public void onNext(Message<T> message) {
    @Nullable T payload = message.getPayload();
    if (payload == null) {
      LOG.errorf("%s: skipped a message without content", name);
      done(message);
      return;
    }
    Lane lane = lanes[Math.floorMod(spread(Objects.hashCode(payload.key())), lanes.length)];
    lane.add(new Work<>(this, lane, message));
  }

  /**
   * The event loop is chosen by the same hash; without this a lane count of 2^n would go with it.
   */
  private static int spread(int hash) {
    return (hash * 0x9E3779B9) >>> 8;
  }

  @Override
  public void onError(Throwable failure) {
    LOG.errorf(failure, "%s: its channel failed and nothing is read any more; restart", name);
  }

  @Override
  public void onComplete() {
    LOG.debugf("%s: its channel ended", name);
  }

  void done(Message<T> message) {
    if (stalled.get() && stalled.compareAndSet(true, false)) {
      LOG.infof("%s: goes on", name);
    }
    var _ = message.ack().whenComplete((_, failure) -> warnUnacknowledged(failure));
    finished.incrementAndGet();
    refill();
  }

  private void warnUnacknowledged(@Nullable Throwable failure) {
    if (failure != null) {
      LOG.warnf("%s: handled, but not acknowledged (it will come again): %s", name, failure);
    }
  }

  private void refill() {
    int count = finished.get();
    while (count >= refill) {
      if (finished.compareAndSet(count, 0)) {
        Flow.Subscription from = upstream;
        if (from != null) {
          from.request(count);
        }
        return;
      }
      count = finished.get();
    }
  }

  void repeats(int attempt, Throwable cause) {
    repeated.increment();
    if (attempt >= ATTEMPTS_BEFORE_A_WORD && stalled.compareAndSet(false, true)) {
      LOG.warnf("%s: waits and tries again until this has passed: %s", name, cause);
    }
  }

  void parked(T message, Throwable cause) {
    parked.increment();
    LOG.errorf(
        "%s: parked %s of %s, see its dead letters: %s",
        name, message.getClass().getSimpleName(), message.key(), cause);
  }

  void notParked(T message, Throwable failure) {
    if (!Transient.is(failure)) {
      LOG.errorf(
          "%s: cannot park %s of %s and tries again; what follows it waits: %s",
          name, message.getClass().getSimpleName(), message.key(), failure);
    }
  }
}
