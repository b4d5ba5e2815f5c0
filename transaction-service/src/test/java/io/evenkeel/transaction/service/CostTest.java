package io.evenkeel.transaction.service;

import static io.evenkeel.transaction.service.Messages.accepted;
import static io.evenkeel.transaction.service.Messages.at;
import static io.evenkeel.transaction.service.Messages.sample;
import static io.evenkeel.transaction.service.Messages.start;
import static io.evenkeel.transaction.service.Messages.status;
import static io.evenkeel.transaction.service.Messages.stop;
import static io.evenkeel.transaction.service.Messages.values;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.ocpp.type.Measurand;
import io.evenkeel.ocpp.type.Phase;
import io.evenkeel.ocpp.type.Unit;
import io.evenkeel.transaction.domain.Leniency;
import io.evenkeel.transaction.domain.MeterReading;
import io.evenkeel.transaction.store.FactStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints what a message costs, in CPU time of this JVM and of PostgreSQL: {@code mvn -pl
 * transaction-service test -Dtest=CostTest -Devenkeel.cost=true -Dtest.jvm=-Xmx1g}.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@EnabledIfSystemProperty(named = "evenkeel.cost", matches = "true")
class CostTest {

  private static final int CHARGE_POINTS = 1000;
  private static final Instant EPOCH = Instant.parse("2026-05-01T00:00:00Z");

  @Inject TestGateway gateway;
  @Inject FactStore store;
  @Inject Told told;
  @Inject Books books;
  @Inject Vertx vertx;

  private final AtomicInteger sequence = new AtomicInteger();

  @Test
  void cost() throws Exception {
    for (int round = 0; round < 3; round++) {
      measure("MeterValues, store alone", 64, 60_000, this::stored);
      measure("MeterValues, bus and all", 64, 60_000, this::metered);
      measure("StatusNotification", 64, 20_000, this::reported);
      measure("StartTransaction and StopTransaction", 64, 10_000, this::transacted);
      measure("a session of 16 messages", 64, 5_000, this::session);
      told.forget();
    }
    measure("MeterValues, bus and all", 256, 60_000, this::metered);
    measure("MeterValues, bus and all", 8, 20_000, this::metered);
    measure("a session of 16 messages", 256, 5_000, this::session);
    measure("a session of 16 messages", 8, 2_000, this::session);
    System.out.println(
        books.rows(
            "SELECT count(*), pg_table_size('meter_value') / count(*) AS bytes,"
                + " pg_indexes_size('meter_value') / count(*) AS index FROM meter_value"));
  }

  private Uni<Void> stored(int n) {
    return store.keep(
        MeterReading.all("CP" + n % CHARGE_POINTS, message(n), time(n), Leniency.NONE));
  }

  private Uni<Void> metered(int n) {
    return gateway.notified(
        "CP" + n % CHARGE_POINTS, message(n), time(n).plusMillis(20), List.of(), null);
  }

  private Uni<Void> reported(int n) {
    ChargePointStatus status =
        n / CHARGE_POINTS % 2 == 0 ? ChargePointStatus.Preparing : ChargePointStatus.Charging;
    return gateway.notified(
        "CP" + n % CHARGE_POINTS,
        status(1, status, time(n)),
        time(n).plusMillis(20),
        List.of(),
        null);
  }

  private Uni<Void> transacted(int n) {
    String chargePoint = "CP" + n % CHARGE_POINTS;
    Instant at = time(n);
    return gateway
        .call(chargePoint, start(1, "TAG" + n % 97, n, at), accepted("TAG" + n % 97), at)
        .chain(
            started ->
                gateway.call(
                    chargePoint,
                    stop(
                        ((StartTransaction.Response) started).transactionId(),
                        n + 100,
                        at.plusMillis(1)),
                    null,
                    at))
        .replaceWithVoid();
  }

  /** Two statuses, a start, ten MeterValues, a stop, two statuses. */
  private Uni<Void> session(int n) {
    String chargePoint = "S" + n % CHARGE_POINTS;
    Instant at = time(n);
    Uni<Integer> started =
        tell(chargePoint, status(1, ChargePointStatus.Preparing, at), at)
            .chain(
                () ->
                    gateway.call(
                        chargePoint, start(1, "TAG" + n % 97, n, at), accepted("TAG" + n % 97), at))
            .map(it -> ((StartTransaction.Response) it).transactionId())
            .call(() -> tell(chargePoint, status(1, ChargePointStatus.Charging, at), at));
    for (int i = 0; i < 10; i++) {
      int k = n + i;
      started = started.call(() -> tell(chargePoint, message(k), at));
    }
    return started
        .chain(id -> gateway.call(chargePoint, stop(id, n + 100, at.plusMillis(1)), null, at))
        .chain(
            () -> tell(chargePoint, status(1, ChargePointStatus.Finishing, at.plusMillis(1)), at))
        .chain(
            () -> tell(chargePoint, status(1, ChargePointStatus.Available, at.plusMillis(2)), at));
  }

  private Uni<Void> tell(String chargePoint, Request request, Instant at) {
    return gateway.notified(chargePoint, request, at.plusMillis(20), List.of(), null);
  }

  private static Instant time(int n) {
    return EPOCH.plusMillis(10L * n);
  }

  /** Eight samples, as chargers of three phases send them. */
  private static MeterValues.Request message(int n) {
    return values(
        1,
        n % CHARGE_POINTS + 1,
        at(
            time(n),
            sample(
                Integer.toString(100_000 + n), Measurand.EnergyActiveImportRegister, null, Unit.Wh),
            sample("11.0" + n % 90, Measurand.PowerActiveImport, null, Unit.kW),
            sample("15." + n % 97, Measurand.CurrentImport, Phase.L1, Unit.A),
            sample("16." + n % 97, Measurand.CurrentImport, Phase.L2, Unit.A),
            sample("15." + n % 89, Measurand.CurrentImport, Phase.L3, Unit.A),
            sample("230." + n % 9, Measurand.Voltage, Phase.L1_N, Unit.V),
            sample("231." + n % 9, Measurand.Voltage, Phase.L2_N, Unit.V),
            sample("229." + n % 9, Measurand.Voltage, Phase.L3_N, Unit.V)));
  }

  private void measure(String what, int inFlight, int count, IntFunction<Uni<Void>> work)
      throws InterruptedException {
    int from = sequence.getAndAdd(count);
    AtomicInteger next = new AtomicInteger(from);
    CountDownLatch done = new CountDownLatch(inFlight);
    AtomicInteger failed = new AtomicInteger();
    long java = javaNanos();
    long postgres = postgresNanos();
    long started = System.nanoTime();
    for (int i = 0; i < inFlight; i++) {
      Context context = vertx.getOrCreateContext();
      context.runOnContext(_ -> step(next, from + count, done, failed, work));
    }
    done.await();
    double seconds = (System.nanoTime() - started) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%-40s %4d in flight: %7.0f/s, Java %5.1f us, PostgreSQL %5.1f us each, %d failed%n",
        what,
        inFlight,
        count / seconds,
        (javaNanos() - java) / 1e3 / count,
        (postgresNanos() - postgres) / 1e3 / count,
        failed.get());
  }

  private static void step(
      AtomicInteger next,
      int end,
      CountDownLatch done,
      AtomicInteger failed,
      IntFunction<Uni<Void>> work) {
    int n = next.getAndIncrement();
    if (n >= end) {
      done.countDown();
      return;
    }
    work.apply(n)
        .subscribe()
        .with(
            _ -> step(next, end, done, failed, work),
            failure -> {
              failed.incrementAndGet();
              step(next, end, done, failed, work);
            });
  }

  private static long javaNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Of all its processes: those that serve us, and the writers of the log and of pages. */
  private long postgresNanos() {
    return books.rows("SELECT pid FROM pg_stat_activity").stream()
        .map(it -> ProcessHandle.of((Integer) it.get("pid")))
        .flatMap(Optional::stream)
        .mapToLong(it -> it.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
        .sum();
  }
}
