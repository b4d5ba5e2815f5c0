package io.evenkeel.journeys;

import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.simulator.Await;
import io.evenkeel.simulator.Ledger;
import io.evenkeel.simulator.VirtualChargePoint;
import io.evenkeel.simulator.VirtualChargePointOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Charge points that charge one car after another as fast as answers come, repeat what is not
 * answered, and write down what they were told.
 */
final class Fleet implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Ledger ledger = Ledger.keeping();
  private final List<VirtualChargePoint> stations = new ArrayList<>();
  private final List<Thread> drivers = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final AtomicInteger sessions = new AtomicInteger();
  private volatile boolean stopping;

  /** Registered, connected (spread over the gateway nodes) and charging. */
  static Fleet start(Network network, Api api, String prefix, String idTag, int size) {
    Fleet fleet = new Fleet();
    api.idTag(idTag);
    for (int i = 0; i < size; i++) {
      String id = prefix + "-" + i;
      api.chargePoint(id);
      fleet.add(Site.options(network, id).url(network.ocpp(i % 2)), idTag);
    }
    return fleet;
  }

  private void add(VirtualChargePointOptions options, String idTag) {
    VirtualChargePoint station =
        Await.answer(
            VirtualChargePoint.connect(
                options
                    .ledger(ledger)
                    .callTimeout(Duration.ofSeconds(5))
                    .configuration("TransactionMessageAttempts", "100000")));
    stations.add(station);
    drivers.add(Thread.ofVirtual().start(() -> drive(station, idTag)));
  }

  private void drive(VirtualChargePoint station, String idTag) {
    try {
      while (!stopping) {
        Await.answer(station.startTransaction(1, idTag), PATIENCE);
        for (int i = 0; i < 3; i++) {
          station.sendMeterValues(1);
        }
        Await.answer(station.stopTransaction(1, StopTransaction.Reason.Local, idTag), PATIENCE);
        sessions.incrementAndGet();
      }
    } catch (RuntimeException | Error e) {
      synchronized (failures) {
        failures.add(e);
      }
    }
  }

  List<VirtualChargePoint> stations() {
    return List.copyOf(stations);
  }

  /** How many sessions have come to their end. */
  int sessions() {
    return sessions.get();
  }

  /** Returns when this many more sessions have come to their end. */
  void awaitSessions(int more) {
    int wanted = sessions.get() + more;
    Await.until(
        more + " more sessions", PATIENCE, () -> sessions.get() >= wanted || !failures.isEmpty());
    failOnFailure();
  }

  /** Lets the running sessions end and everything be answered; then the ledger is complete. */
  Ledger rest() {
    stopping = true;
    try {
      for (Thread driver : drivers) {
        if (!driver.join(Duration.ofMillis(PATIENCE.toMillis()))) {
          throw new AssertionError("a session did not end within " + PATIENCE.toSeconds() + " s");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    failOnFailure();
    stations.forEach(station -> Await.answer(station.awaitDelivered(), PATIENCE));
    return ledger;
  }

  private void failOnFailure() {
    synchronized (failures) {
      if (!failures.isEmpty()) {
        throw new AssertionError("a charge point's session failed", failures.getFirst());
      }
    }
  }

  @Override
  public void close() {
    stopping = true;
    stations.forEach(VirtualChargePoint::close);
  }
}
