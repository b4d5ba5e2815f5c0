package io.evenkeel.simulator.wire;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Timers of the loop on which they are set; they fire there. */
public final class Timers {
  private final Vertx vertx;

  public Timers(Vertx vertx) {
    this.vertx = vertx;
  }

  /** A timer that has been set. */
  public interface Timer {
    void cancel();
  }

  /** Runs the work once after the delay, at the earliest a millisecond from now. */
  public Timer after(Duration delay, Runnable work) {
    long id = vertx.setTimer(Math.max(1, delay.toMillis()), fired -> work.run());
    return () -> vertx.cancelTimer(id);
  }

  /** Runs the work again and again until cancelled. */
  public Timer every(Duration period, Runnable work) {
    long id = vertx.setPeriodic(Math.max(1, period.toMillis()), fired -> work.run());
    return () -> vertx.cancelTimer(id);
  }
}
