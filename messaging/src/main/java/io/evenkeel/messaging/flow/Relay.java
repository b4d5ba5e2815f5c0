package io.evenkeel.messaging.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands items from many threads to one receiver: one at a time, in the order they were offered, and
 * no more than were requested. The offering thread does the handing over unless another one is at
 * it already. Does not bound itself; who offers does.
 */
public final class Relay<T> {

  private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicLong demand = new AtomicLong();
  private final AtomicInteger signals = new AtomicInteger();
  private volatile @Nullable Consumer<? super T> receiver;

  public void open(Consumer<? super T> receiver) {
    this.receiver = receiver;
    handOver();
  }

  public boolean isOpen() {
    return receiver != null;
  }

  public void offer(T item) {
    waiting.add(item);
    handOver();
  }

  /** {@link Long#MAX_VALUE} means without bound. */
  public void request(long count) {
    demand.accumulateAndGet(count, (now, more) -> now + more < 0 ? Long.MAX_VALUE : now + more);
    handOver();
  }

  /**
   * Ends the handing over; what waits is the caller's. Items may still be offered, and taken so.
   */
  public List<T> close() {
    receiver = null;
    List<T> left = new ArrayList<>();
    for (T item = waiting.poll(); item != null; item = waiting.poll()) {
      left.add(item);
    }
    return left;
  }

  private void handOver() {
    if (signals.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      Consumer<? super T> to = receiver;
      while (to != null && demand.get() > 0) {
        T item = waiting.poll();
        if (item == null) {
          break;
        }
        if (demand.get() != Long.MAX_VALUE) {
          demand.decrementAndGet();
        }
        to.accept(item);
        to = receiver;
      }
      seen = signals.addAndGet(-seen);
    } while (seen != 0);
  }
}
