package io.evenkeel.simulator;

import io.evenkeel.ocpp.Request;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Those who watch a charge point: listeners, and awaiters of commands, frames and conditions. */
final class Observers {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** Things that arrived and were not taken yet, and those who wait for one. */
  private static final class Box<T> {
    private record Waiter<T>(Predicate<T> wanted, CompletableFuture<T> future) {}

    private final ArrayDeque<T> arrived = new ArrayDeque<>(1);
    private final List<Waiter<T>> waiters = new ArrayList<>(0);

    void put(T thing, int most) {
      waiters.removeIf(waiter -> waiter.future().isDone());
      for (var waiter : waiters) {
        if (waiter.wanted().test(thing) && waiter.future().complete(thing)) {
          waiters.remove(waiter);
          return;
        }
      }
      if (most > 0) {
        if (arrived.size() >= most) {
          arrived.poll();
        }
        arrived.add(thing);
      }
    }

    void take(Predicate<T> wanted, CompletableFuture<T> future) {
      for (var thing : arrived) {
        if (wanted.test(thing)) {
          arrived.remove(thing);
          future.complete(thing);
          return;
        }
      }
      waiters.add(new Waiter<>(wanted, future));
    }
  }

  private record Condition(BooleanSupplier holds, CompletableFuture<@Nullable Void> future) {}

  private final int keep;
  private final List<Consumer<Happening>> listeners = new CopyOnWriteArrayList<>();
  private final Box<Request> commands = new Box<>();
  private final Box<String> frames = new Box<>();
  private final List<Condition> conditions = new ArrayList<>(0);

  Observers(int keep) {
    this.keep = keep;
  }

  void add(Consumer<Happening> listener) {
    listeners.add(listener);
  }

  void tell(Happening happening) {
    for (var listener : listeners) {
      listener.accept(happening);
    }
  }

  void received(String frame) {
    frames.put(frame, keep);
  }

  void commanded(Request command) {
    commands.put(command, keep);
    tell(new Happening.Commanded(command));
  }

  /** Completes the awaiters of whatever has become true; called after every change. */
  void changed() {
    if (!conditions.isEmpty()) {
      conditions.removeIf(condition -> condition.future().isDone());
      for (var condition : List.copyOf(conditions)) {
        if (condition.holds().getAsBoolean()) {
          conditions.remove(condition);
          condition.future().complete(null);
        }
      }
    }
  }

  void command(Predicate<Request> wanted, CompletableFuture<Request> future) {
    commands.take(wanted, future);
  }

  void frame(Predicate<String> wanted, CompletableFuture<String> future) {
    frames.take(wanted, future);
  }

  void condition(BooleanSupplier holds, CompletableFuture<@Nullable Void> future) {
    if (holds.getAsBoolean()) {
      future.complete(null);
    } else {
      conditions.add(new Condition(holds, future));
    }
  }

  /** A future that fails after two minutes, for those who wait without a limit of their own. */
  static <T extends @Nullable Object> CompletableFuture<T> patient() {
    return new CompletableFuture<T>().orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
  }
}
