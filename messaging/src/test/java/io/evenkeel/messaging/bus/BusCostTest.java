package io.evenkeel.messaging.bus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import io.evenkeel.messaging.Calls;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.Samples;
import io.evenkeel.messaging.flow.Contexts;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints what the bus costs: {@code mvn -pl messaging test -Dtest=BusCostTest
 * -Devenkeel.cost=true}.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "evenkeel.cost", matches = "true")
class BusCostTest {

  @Inject Publisher<ChargePointEvent> events;
  @Inject Calls calls;
  @Inject Vertx vertx;

  @Test
  void cost() throws Exception {
    for (int round = 0; round < 6; round++) {
      measure("event", 64, 300_000, i -> events.publish(Samples.event("CP" + i % 1000, i)));
      measure(
          "call",
          64,
          200_000,
          i ->
              calls.transaction(
                  Samples.transactionCall("c" + i, "CP" + i % 1000, Duration.ofMinutes(1))));
    }
    measure(
        "event, one at a time", 1, 50_000, i -> events.publish(Samples.event("CP" + i % 1000, i)));
  }

  private void measure(String what, int inFlight, int count, IntFunction<Uni<?>> operation)
      throws Exception {
    OperatingSystemMXBean os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = os.getProcessCpuTime();
    long start = System.nanoTime();
    AtomicInteger next = new AtomicInteger();
    AtomicInteger failures = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(count);
    for (int i = 0; i < inFlight; i++) {
      Context context = Contexts.fresh(((VertxInternal) vertx).createEventLoopContext());
      context.runOnContext(_ -> one(next, count, operation, failures, done));
    }
    assertTrue(done.await(120, TimeUnit.SECONDS), "all " + count + " came back");
    double wall = System.nanoTime() - start;
    System.out.printf(
        "%-22s %6.2f us CPU, %7.0f /s, failures %d%n",
        what, (os.getProcessCpuTime() - cpu) / 1e3 / count, count / wall * 1e9, failures.get());
  }

  private void one(
      AtomicInteger next,
      int count,
      IntFunction<Uni<?>> operation,
      AtomicInteger failures,
      CountDownLatch done) {
    int i = next.getAndIncrement();
    if (i >= count) {
      return;
    }
    operation
        .apply(i)
        .subscribe()
        .with(
            _ -> {
              done.countDown();
              one(next, count, operation, failures, done);
            },
            failure -> {
              failures.incrementAndGet();
              failure.printStackTrace();
              done.countDown();
            });
  }
}
