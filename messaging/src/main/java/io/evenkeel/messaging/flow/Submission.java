package io.evenkeel.messaging.flow;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import io.vertx.core.impl.ContextInternal;
import org.jspecify.annotations.Nullable;

/** What {@link GroupCommit#submit} gives: every subscription is one item in the queue. */
final class Submission<I, O> extends AbstractUni<O> {

  private final GroupCommit<I, O> group;
  private final I item;

  Submission(GroupCommit<I, O> group, I item) {
    this.group = group;
    this.item = item;
  }

  @Override
  public void subscribe(UniSubscriber<? super O> subscriber) {
    Entry<I, O> entry = new Entry<>(item, subscriber, Contexts.current());
    subscriber.onSubscribe(entry);
    group.enqueue(entry);
  }

  /** An item that waits for its batch and then for its result. */
  static final class Entry<I, O> implements UniSubscription {

    final I item;
    final @Nullable ContextInternal context;
    private final UniSubscriber<? super O> subscriber;
    private volatile boolean cancelled;

    Entry(I item, UniSubscriber<? super O> subscriber, @Nullable ContextInternal context) {
      this.item = item;
      this.subscriber = subscriber;
      this.context = context;
    }

    /** The item may be stored all the same; nobody is told. */
    @Override
    public void cancel() {
      cancelled = true;
    }

    void complete(O result) {
      tell(() -> subscriber.onItem(result));
    }

    void fail(Throwable failure) {
      tell(() -> subscriber.onFailure(failure));
    }

    /** One submitter's exception must not reach the others of its batch. */
    private void tell(Runnable result) {
      if (!cancelled) {
        try {
          Contexts.on(context, result);
        } catch (RuntimeException dropped) {
          Infrastructure.handleDroppedException(dropped);
        }
      }
    }
  }
}
