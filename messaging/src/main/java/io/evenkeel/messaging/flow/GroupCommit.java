package io.evenkeel.messaging.flow;

import io.evenkeel.messaging.flow.Submission.Entry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.ContextInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets items that arrive at about the same time share one flush (one transaction, one fsync). There
 * is no timer: the first item starts at once, and whatever arrives while a flush is under way is
 * the next batch. So it costs no latency when there is little to do, and gets cheaper per item the
 * more there is.
 *
 * <p>Items enter batches in the order of their submission; with more than one concurrent flush two
 * batches may overtake each other, so an order that matters is the caller's to keep (a lane waits
 * for the result before it submits the next).
 *
 * @param <I> what is written
 * @param <O> what the writer of one item is told
 */
public final class GroupCommit<I, O> {

  private final String name;
  private final GroupLimits limits;
  private final Function<List<I>, Uni<List<O>>> flush;

  private final Queue<Entry<I, O>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger queued = new AtomicInteger();
  private final AtomicInteger flushing = new AtomicInteger();
  private final AtomicInteger signals = new AtomicInteger();

  /**
   * @param name for messages of errors
   * @param flush writes all or nothing, and gives one result per item in the same order. Runs on a
   *     fresh, safe, duplicated Vert.x context (never a submitter's), so that it may open a session
   *     of Hibernate Reactive; outside Vert.x on the submitting thread. It must end: a flush that
   *     never completes holds its place for ever.
   */
  public GroupCommit(String name, GroupLimits limits, Function<List<I>, Uni<List<O>>> flush) {
    this.name = name;
    this.limits = limits;
    this.flush = flush;
  }

  /**
   * The item's own result, given back on the Vert.x context of the subscriber. Fails with {@link
   * Overloaded} at once when {@link GroupLimits#maxQueued} items wait already. When a batch fails
   * for a reason that does not pass by itself, its items are written one by one, and only those
   * that fail alone fail; when it is {@link Transient}, all its items fail with it. Submitted anew
   * at each subscription.
   */
  public Uni<O> submit(I item) {
    return new Submission<>(this, item);
  }

  /** Items that wait for a batch. */
  public int queued() {
    return queued.get();
  }

  void enqueue(Entry<I, O> entry) {
    if (queued.incrementAndGet() > limits.maxQueued()) {
      queued.decrementAndGet();
      entry.fail(new Overloaded(name + ": " + limits.maxQueued() + " items wait already"));
      return;
    }
    queue.add(entry);
    startFlushes();
  }

  /** A loop and not a recursion: flushes that end at once must not pile up on the stack. */
  private void startFlushes() {
    if (signals.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      Entry<I, O> first = queue.peek();
      while (first != null && flushing.get() < limits.maxConcurrentFlushes()) {
        flushing.incrementAndGet();
        // later, not now: what this event loop is about to submit joins the batch
        Contexts.later(freshFor(first), this::flushNext);
        // that one waits for its event loop: it will take what else is here and start the next
        first = first.context == null ? queue.peek() : null;
      }
      seen = signals.addAndGet(-seen);
    } while (seen != 0);
  }

  /** On the event loop of the submitter, wherever the flush before this one ended. */
  private static @Nullable ContextInternal freshFor(Entry<?, ?> entry) {
    return entry.context == null ? null : Contexts.fresh(entry.context);
  }

  private void flushNext() {
    List<Entry<I, O>> batch = new ArrayList<>(Math.min(limits.maxBatch(), queued.get() + 1));
    while (batch.size() < limits.maxBatch()) {
      Entry<I, O> entry = queue.poll();
      if (entry == null) {
        break;
      }
      batch.add(entry);
    }
    queued.addAndGet(-batch.size());
    if (batch.isEmpty()) {
      flushed();
      return;
    }
    startFlushes();
    write(batch)
        .subscribe()
        .with(
            results -> {
              complete(batch, results);
              flushed();
            },
            failure -> failed(batch, failure));
  }

  private Uni<List<O>> write(List<Entry<I, O>> batch) {
    List<I> items = new ArrayList<>(batch.size());
    for (Entry<I, O> entry : batch) {
      items.add(entry.item);
    }
    try {
      return flush.apply(items).onItem().invoke(results -> checkSize(results, items.size()));
    } catch (Throwable thrown) {
      return Uni.createFrom().failure(thrown);
    }
  }

  private void checkSize(List<O> results, int items) {
    if (results.size() != items) {
      throw new IllegalStateException(
          "%s: the flush gave %d results for %d items".formatted(name, results.size(), items));
    }
  }

  private static <I, O> void complete(List<Entry<I, O>> batch, List<O> results) {
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).complete(results.get(i));
    }
  }

  private void failed(List<Entry<I, O>> batch, Throwable failure) {
    if (batch.size() == 1 || Transient.is(failure)) {
      batch.forEach(entry -> entry.fail(failure));
      flushed();
    } else {
      oneByOne(batch, 0);
    }
  }

  private void oneByOne(List<Entry<I, O>> batch, int index) {
    if (index == batch.size()) {
      flushed();
      return;
    }
    Entry<I, O> entry = batch.get(index);
    Contexts.later(
        freshFor(entry),
        () ->
            write(List.of(entry))
                .subscribe()
                .with(
                    results -> {
                      entry.complete(results.getFirst());
                      oneByOne(batch, index + 1);
                    },
                    failure -> {
                      entry.fail(failure);
                      oneByOne(batch, index + 1);
                    }));
  }

  private void flushed() {
    flushing.decrementAndGet();
    startFlushes();
  }
}
