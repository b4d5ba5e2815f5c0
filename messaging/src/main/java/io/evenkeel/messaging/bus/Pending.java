package io.evenkeel.messaging.bus;

import io.evenkeel.messaging.flow.Contexts;
import io.evenkeel.messaging.flow.Overloaded;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import io.vertx.core.impl.ContextInternal;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Questions on the bus that wait for an answer. A question is in the table before it is sent, so
 * that no answer is too fast for it, and leaves it at its answer or its deadline, whichever is
 * first; an answer that comes later finds nothing.
 *
 * @param <A> what answers look like on the bus
 */
final class Pending<A> {

  private final String name;
  private final int capacity;
  private final Map<String, Waiting<?>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  Pending(String name, int capacity) {
    this.name = name;
    this.capacity = capacity;
  }

  /**
   * @param send how the question goes out; when it fails, so does the result
   * @param read makes the result of an answer, null when the answer is not for this question; may
   *     throw, which fails the result
   * @param late the result's failure when the deadline passed
   * @return the result, on the Vert.x context of the subscriber; asks once per subscription
   */
  <R> Uni<R> ask(
      String id,
      Instant deadline,
      Uni<Void> send,
      Function<A, @Nullable R> read,
      Supplier<Throwable> late) {
    return new AbstractUni<>() {
      @Override
      public void subscribe(UniSubscriber<? super R> subscriber) {
        Waiting<R> asked = new Waiting<>(id, deadline, read, late, subscriber);
        subscriber.onSubscribe(asked);
        if (count.incrementAndGet() > capacity) {
          count.decrementAndGet();
          asked.fail(new Overloaded(name + ": " + capacity + " wait for an answer already"));
        } else if (waiting.putIfAbsent(id, asked) != null) {
          count.decrementAndGet();
          asked.fail(new IllegalStateException(name + ": " + id + " was asked already"));
        } else {
          send.subscribe().with(_ -> {}, asked::leaveWith);
        }
      }
    };
  }

  /** Late, foreign and repeated answers are ignored. */
  void answer(String id, A answer) {
    Waiting<?> asked = waiting.get(id);
    if (asked != null) {
      asked.answer(answer);
    }
  }

  /** Fails what is past its deadline. To be called every few milliseconds. */
  void expire(Instant now) {
    for (Waiting<?> asked : waiting.values()) {
      if (asked.deadline.isBefore(now)) {
        asked.leaveWith(asked.late.get());
      }
    }
  }

  int size() {
    return waiting.size();
  }

  private final class Waiting<R> implements UniSubscription {

    private final String id;
    private final Instant deadline;
    private final Function<A, @Nullable R> read;
    private final Supplier<Throwable> late;
    private final UniSubscriber<? super R> subscriber;
    private final @Nullable ContextInternal context = Contexts.current();

    private Waiting(
        String id,
        Instant deadline,
        Function<A, @Nullable R> read,
        Supplier<Throwable> late,
        UniSubscriber<? super R> subscriber) {
      this.id = id;
      this.deadline = deadline;
      this.read = read;
      this.late = late;
      this.subscriber = subscriber;
    }

    private void answer(A answer) {
      try {
        R result = read.apply(answer);
        if (result != null && leave()) {
          Contexts.later(context, () -> subscriber.onItem(result));
        }
      } catch (RuntimeException failure) {
        leaveWith(failure);
      }
    }

    private void leaveWith(Throwable failure) {
      if (leave()) {
        fail(failure);
      }
    }

    private void fail(Throwable failure) {
      Contexts.later(context, () -> subscriber.onFailure(failure));
    }

    private boolean leave() {
      boolean left = waiting.remove(id, this);
      if (left) {
        count.decrementAndGet();
      }
      return left;
    }

    @Override
    public void cancel() {
      leave();
    }
  }
}
