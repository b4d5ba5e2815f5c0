package io.evenkeel.messaging.bus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import io.evenkeel.messaging.flow.Contexts;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Runs an operation so many times, so many at once, and prints what it cost. */
public final class Cost {

  private final Vertx vertx;
  private final String what;
  private final int count;
  private final IntFunction<Uni<?>> operation;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final CountDownLatch done;
  private final long[] nanos;

  public Cost(Vertx vertx, String what, int count, IntFunction<Uni<?>> operation) {
    this.vertx = vertx;
    this.what = what;
    this.count = count;
    this.operation = operation;
    this.done = new CountDownLatch(count);
    this.nanos = new long[count];
  }

  public void print(int inFlight) throws InterruptedException {
    OperatingSystemMXBean os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = os.getProcessCpuTime();
    long start = System.nanoTime();
    for (int i = 0; i < inFlight; i++) {
      Context context = Contexts.fresh(((VertxInternal) vertx).createEventLoopContext());
      context.runOnContext(_ -> one());
    }
    assertTrue(done.await(120, TimeUnit.SECONDS), "all " + count + " came back");
    double wall = System.nanoTime() - start;
    Arrays.sort(nanos);
    System.out.printf(
        "%-22s %3d at once: %7.2f us CPU each, %7.0f /s, p50 %.3f ms, p99 %.3f ms, %d failed%n",
        what,
        inFlight,
        (os.getProcessCpuTime() - cpu) / 1e3 / count,
        count / wall * 1e9,
        nanos[count / 2] / 1e6,
        nanos[count * 99 / 100] / 1e6,
        failures.get());
  }

  private void one() {
    int i = next.getAndIncrement();
    if (i >= count) {
      return;
    }
    long begin = System.nanoTime();
    operation
        .apply(i)
        .onFailure()
        .invoke(failures::incrementAndGet)
        .onItemOrFailure()
        .transform((_, _) -> i)
        .subscribe()
        .with(
            _ -> {
              nanos[i] = System.nanoTime() - begin;
              done.countDown();
              one();
            });
  }
}
