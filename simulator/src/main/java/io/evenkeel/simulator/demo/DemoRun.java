package io.evenkeel.simulator.demo;

import io.evenkeel.simulator.ConnectorState;
import io.evenkeel.simulator.FileMemory;
import io.evenkeel.simulator.Happening;
import io.evenkeel.simulator.Memory;
import io.evenkeel.simulator.VirtualChargePoint;
import io.evenkeel.simulator.VirtualChargePointOptions;
import io.evenkeel.simulator.charging.Car;
import io.evenkeel.simulator.charging.ChargerModel;
import io.evenkeel.simulator.fleet.Driver;
import io.evenkeel.simulator.wire.EventLoops;
import io.evenkeel.simulator.wire.Timers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The charge points of the demo and the people who charge there. */
public final class DemoRun implements AutoCloseable {
  private static final Duration BETWEEN_FIRST_CARS = Duration.ofSeconds(4);
  private static final Duration AT_ONCE = Duration.ofSeconds(2);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final EventLoops loops = EventLoops.start(1);
  private final List<VirtualChargePoint> points = new ArrayList<>();
  private final List<Driver> drivers = new ArrayList<>();
  private volatile boolean closing;

  /**
   * @param speed how many times faster than in the real world batteries fill
   * @param state where the charge points keep what must survive; a transaction that was running at
   *     the end of the last run is ended with reason PowerLoss
   * @param news gets a line for what happens, on an event loop
   */
  public DemoRun(URI ocpp, double speed, Path state, Consumer<String> news) {
    var memory = new FileMemory(state);
    var timers = new Timers(loops.vertx());
    var places = DemoSite.places();
    for (int i = 0; i < places.size(); i++) {
      var id = places.get(i).chargePoint();
      boolean wasCharging = running(memory, id);
      var point = VirtualChargePoint.create(options(ocpp, id, speed, memory));
      point.listen(happening -> tell(point, happening, news));
      point.startConnecting();
      points.add(point);
      var people = DemoSite.people(i);
      var driver =
          new Driver(
              point,
              1,
              new Driver.Habits(
                  Duration.ofSeconds(25),
                  Duration.ofSeconds(100),
                  DemoRun::car,
                  chance -> DemoSite.idTag(people.get(chance.nextInt(people.size())))),
              timers,
              new SplittableRandom(System.nanoTime() + i));
      drivers.add(driver);
      driver.begin(wasCharging ? AT_ONCE : AT_ONCE.plus(BETWEEN_FIRST_CARS.multipliedBy(i)));
    }
  }

  private static boolean running(Memory memory, String id) {
    return memory
        .load(id)
        .map(kept -> kept.transactions().stream().anyMatch(Memory.Transaction::running))
        .orElse(false);
  }

  private VirtualChargePointOptions options(URI ocpp, String id, double speed, Memory memory) {
    return VirtualChargePointOptions.of(ocpp.toString(), id)
        .model(ChargerModel.DELTA_AC_MAX)
        .configuration("MeterValueSampleInterval", "3")
        .configuration("TransactionMessageAttempts", "100000")
        .configuration("TransactionMessageRetryInterval", "1")
        .backoff(Duration.ofMillis(500), Duration.ofSeconds(5))
        .speed(speed)
        .memory(memory)
        .loops(loops)
        .keep(0);
  }

  /** Batteries that want 5 to 20 kWh; most take three phases. */
  private static Car car(RandomGenerator random) {
    double need = 5_000 + random.nextInt(15_000);
    return switch (random.nextInt(6)) {
      case 0 -> Car.of(1, 32, need / 2);
      case 1 -> Car.of(3, 32, need);
      default -> Car.of(3, 16, need);
    };
  }

  /** Limits are news while somebody charges under them, and connections until they are closed. */
  private void tell(VirtualChargePoint point, Happening happening, Consumer<String> news) {
    boolean tells =
        switch (happening) {
          case Happening.LimitChanged limit -> point.connector(limit.connectorId()).inTransaction();
          case Happening.Disconnected ignored -> !closing;
          default -> true;
        };
    if (tells) {
      News.of(point.id(), happening).ifPresent(news);
    }
  }

  /** The connector of every place, in order. */
  public List<ConnectorState> connectors() {
    return points.stream().map(point -> point.connector(1)).toList();
  }

  /** Whether the charge point of each place is connected, in order. */
  public List<Boolean> online() {
    return points.stream().map(VirtualChargePoint::online).toList();
  }

  /** Nobody stops anything: the sockets are closed with 1000. */
  @Override
  public void close() {
    closing = true;
    drivers.forEach(Driver::leave);
    points.forEach(VirtualChargePoint::close);
    long deadline = System.nanoTime() + CLOSE_WITHIN.toNanos();
    while (points.stream().anyMatch(VirtualChargePoint::online) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(5_000_000);
    }
    loops.close();
  }
}
