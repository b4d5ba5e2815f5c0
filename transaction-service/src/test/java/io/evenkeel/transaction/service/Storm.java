package io.evenkeel.transaction.service;

import static io.evenkeel.transaction.service.Messages.accepted;
import static io.evenkeel.transaction.service.Messages.at;
import static io.evenkeel.transaction.service.Messages.energy;
import static io.evenkeel.transaction.service.Messages.start;
import static io.evenkeel.transaction.service.Messages.status;
import static io.evenkeel.transaction.service.Messages.stop;
import static io.evenkeel.transaction.service.Messages.values;

import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Charge points that repeat themselves: every message may be sent several times, at once or much
 * later, among newer ones. Each keeps a ledger of what it said and what it was told.
 */
final class Storm {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestGateway gateway;
  private final long seed;

  Storm(TestGateway gateway, long seed) {
    this.gateway = gateway;
    this.seed = seed;
  }

  /**
   * A transaction as the charge point knows it.
   *
   * @param energyWh what is to be booked once it has ended
   */
  record Known(Instant startedAt, long meterStart, long energyWh) {}

  /** What one charge point said and was told. */
  static final class Ledger {
    final String chargePoint;
    final Map<Integer, Known> transactions = new HashMap<>();
    final Set<String> readings = new HashSet<>();
    int orphans;
    int duplicates;
    int statuses;

    /** What nothing has ended so far. */
    @Nullable Integer open;

    Ledger(String chargePoint) {
      this.chargePoint = chargePoint;
    }
  }

  List<Ledger> rage(int chargePoints, int sessions) {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Ledger>> running =
          IntStream.range(0, chargePoints)
              .mapToObj(it -> (Callable<Ledger>) () -> live(it, sessions))
              .map(executor::submit)
              .toList();
      List<Ledger> ledgers = new ArrayList<>();
      for (Future<Ledger> one : running) {
        ledgers.add(one.get());
      }
      return ledgers;
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
    }
  }

  private Ledger live(int number, int sessions) {
    Random random = new Random(seed * 1000 + number);
    Ledger ledger = new Ledger("STORM-" + seed + "-" + number);
    List<Runnable> repeats = new ArrayList<>();
    Instant time = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(number);
    long meter = random.nextInt(100_000);
    for (int session = 0; session < sessions; session++) {
      time = time.plusSeconds(3600);
      meter = session(ledger, random, repeats, time, meter);
      while (!repeats.isEmpty() && random.nextInt(3) > 0) {
        repeats.get(random.nextInt(repeats.size())).run();
      }
    }
    return ledger;
  }

  /** Gives the meter's reading at the end. */
  private long session(
      Ledger ledger, Random random, List<Runnable> repeats, Instant begun, long meterStart) {
    String tag = "TAG" + random.nextInt(5);
    int id = begin(ledger, random, repeats, start(1, tag, meterStart, begun));
    report(ledger, random, ChargePointStatus.Charging, begun.plusSeconds(1));
    long meter = meterStart;
    int readings = 1 + random.nextInt(4);
    for (int i = 1; i <= readings; i++) {
      meter += random.nextInt(500);
      read(ledger, random, repeats, id, begun.plusSeconds(60L * i), meter);
    }
    if (random.nextInt(5) == 0) {
      // never stopped: the next start ends it by its last reading
      ledger.transactions.put(id, new Known(begun, meterStart, meter - meterStart));
      ledger.open = id;
      return meter;
    }
    meter += random.nextInt(500);
    end(ledger, random, repeats, id, meter, begun.plusSeconds(1800));
    ledger.transactions.put(id, new Known(begun, meterStart, meter - meterStart));
    stray(ledger, random, id, meter, begun.plusSeconds(1900));
    return meter;
  }

  private int begin(
      Ledger ledger, Random random, List<Runnable> repeats, StartTransaction.Request request) {
    Set<Response> answers = new HashSet<>(send(ledger, request, 1 + random.nextInt(3)));
    if (answers.size() != 1) {
      throw new AssertionError("one start, several answers: " + answers);
    }
    int id = ((StartTransaction.Response) answers.iterator().next()).transactionId();
    ledger.open = null;
    repeats.add(
        () -> {
          Response again = send(ledger, request, 1).getFirst();
          if (((StartTransaction.Response) again).transactionId() != id) {
            throw new AssertionError(request + " was " + id + " and is now " + again);
          }
        });
    return id;
  }

  private List<Response> send(Ledger ledger, StartTransaction.Request request, int times) {
    return Uni.join()
        .all(
            IntStream.range(0, times)
                .mapToObj(
                    _ ->
                        gateway.call(
                            ledger.chargePoint,
                            request,
                            accepted(request.idTag()),
                            request.timestamp().instant().plusSeconds(1)))
                .toList())
        .andFailFast()
        .await()
        .atMost(PATIENCE);
  }

  private void read(
      Ledger ledger, Random random, List<Runnable> repeats, int id, Instant at, long meter) {
    Runnable send =
        () ->
            gateway
                .notified(
                    ledger.chargePoint,
                    values(1, id, at(at, energy(Long.toString(meter)))),
                    at.plusSeconds(1),
                    List.of(),
                    null)
                .await()
                .atMost(PATIENCE);
    ledger.readings.add(at + " " + meter);
    for (int i = 0; i <= random.nextInt(2); i++) {
      send.run();
    }
    repeats.add(send);
  }

  private void report(Ledger ledger, Random random, ChargePointStatus status, Instant at) {
    ledger.statuses++;
    for (int i = 0; i <= random.nextInt(2); i++) {
      gateway
          .notified(ledger.chargePoint, status(1, status, at), at.plusSeconds(1), List.of(), null)
          .await()
          .atMost(PATIENCE);
    }
  }

  private void end(
      Ledger ledger, Random random, List<Runnable> repeats, int id, long meter, Instant at) {
    Runnable send =
        () ->
            gateway
                .call(ledger.chargePoint, stop(id, meter, at), null, at.plusSeconds(1))
                .await()
                .atMost(PATIENCE);
    for (int i = 0; i <= random.nextInt(2); i++) {
      send.run();
    }
    repeats.add(send);
  }

  private void stray(Ledger ledger, Random random, int id, long meter, Instant at) {
    int kind = random.nextInt(8);
    if (kind > 1) {
      return;
    }
    // below zero, so that no later start finds its end in it
    var stray = kind == 0 ? stop(-1, -1 - meter, at) : stop(id, meter + 7, at);
    for (int i = 0; i <= random.nextInt(2); i++) {
      gateway.call(ledger.chargePoint, stray, null, at.plusSeconds(1)).await().atMost(PATIENCE);
    }
    if (kind == 0) {
      ledger.orphans++;
    } else {
      ledger.duplicates++;
    }
  }
}
