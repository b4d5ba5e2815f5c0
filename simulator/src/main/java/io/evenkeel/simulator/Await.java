package io.evenkeel.simulator;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting, for tests and commands; never call it on an event loop. */
public final class Await {
  private static final Duration USUAL = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofMillis(5);

  private Await() {}

  /** The result, within 15 s; throws what the stage failed with. */
  public static <T> T answer(CompletionStage<T> stage) {
    return answer(stage, USUAL);
  }

  /**
   * The result; throws what the stage failed with.
   *
   * @throws AssertionError when it does not come in time
   */
  public static <T> T answer(CompletionStage<T> stage, Duration within) {
    try {
      return stage.toCompletableFuture().get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("expected an answer within " + within, late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", interrupted);
    } catch (ExecutionException failed) {
      throw unchecked(failed.getCause() == null ? failed : failed.getCause());
    }
  }

  /** The failure of a stage, within 15 s, for a test that expects one. */
  public static Throwable failure(CompletionStage<?> stage) {
    try {
      var result = answer(stage);
      throw new AssertionError("expected a failure, got " + result);
    } catch (RuntimeException failure) {
      return failure;
    }
  }

  /**
   * Returns when the condition holds, asked every 5 ms for at most 15 s.
   *
   * @param expected what is waited for, in words, for the failure's message
   */
  public static void until(String expected, BooleanSupplier condition) {
    until(expected, USUAL, condition);
  }

  public static void until(String expected, Duration within, BooleanSupplier condition) {
    long deadline = System.nanoTime() + within.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("expected within " + within + ": " + expected);
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  private static RuntimeException unchecked(Throwable cause) {
    return switch (cause) {
      case RuntimeException runtime -> runtime;
      case Error error -> throw error;
      default -> new CompletionException(cause);
    };
  }
}
