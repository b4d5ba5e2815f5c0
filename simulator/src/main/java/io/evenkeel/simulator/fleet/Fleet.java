package io.evenkeel.simulator.fleet;

import io.evenkeel.simulator.Happening;
import io.evenkeel.simulator.VirtualChargePoint;
import io.evenkeel.simulator.VirtualChargePointOptions;
import io.evenkeel.simulator.load.Names;
import io.evenkeel.simulator.wire.EventLoops;
import io.evenkeel.simulator.wire.Timers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Charge points with drivers, started a little after each other and running until closed. */
public final class Fleet implements AutoCloseable {
  /** So many start per second: a fleet does not switch on in one moment. */
  private static final int STARTS_PER_SECOND = 200;

  private static final double MILLIS_PER_HOUR = 3_600_000;

  private final FleetOptions options;
  private final EventLoops loops;
  private final Timers timers;
  private final List<VirtualChargePoint> points = new ArrayList<>();
  private final List<Driver> drivers = new ArrayList<>();
  private final LongAdder connected = new LongAdder();
  private final LongAdder started = new LongAdder();
  private final LongAdder stopped = new LongAdder();
  private final LongAdder commands = new LongAdder();
  private final LongAdder lost = new LongAdder();

  private Fleet(FleetOptions options) {
    this.options = options;
    this.loops = EventLoops.start(options.threads());
    this.timers = new Timers(loops.vertx());
  }

  public static Fleet start(FleetOptions options) {
    var fleet = new Fleet(options);
    fleet.startAll();
    return fleet;
  }

  private void startAll() {
    double cycle = MILLIS_PER_HOUR / options.sessionsPerHour() / options.speed();
    var habits =
        new Driver.Habits(
            Duration.ofMillis((long) (cycle * 0.4)),
            Duration.ofMillis((long) (cycle * 0.6)),
            Driver::car,
            chance -> Names.idTag(options.prefix(), chance.nextInt(options.idTags())));
    for (int number = 0; number < options.chargePoints(); number++) {
      var point = VirtualChargePoint.create(pointOptions(number));
      point.listen(this::count);
      points.add(point);
      for (int connector = 1; connector <= options.model().connectors(); connector++) {
        var random = new SplittableRandom(31L * number + connector);
        var driver = new Driver(point, connector, habits, timers, random);
        drivers.add(driver);
        driver.begin(Duration.ofMillis((long) (random.nextDouble() * cycle)));
      }
      var _ =
          timers.after(
              Duration.ofMillis(number * 1000L / STARTS_PER_SECOND), point::startConnecting);
    }
  }

  private String url(int number) {
    return options.urls().get(number % options.urls().size()).toString();
  }

  private VirtualChargePointOptions pointOptions(int number) {
    var basic =
        VirtualChargePointOptions.of(url(number), Names.chargePoint(options.prefix(), number))
            .model(options.model())
            .speed(options.speed())
            .loops(loops)
            .keep(0);
    return options.password() == null ? basic : basic.password(options.password());
  }

  private void count(Happening happening) {
    switch (happening) {
      case Happening.Started ignored -> started.increment();
      case Happening.Stopped ignored -> stopped.increment();
      case Happening.Commanded ignored -> commands.increment();
      case Happening.Disconnected ignored -> lost.increment();
      case Happening.Connected ignored -> connected.increment();
      case Happening.NotConnected ignored -> {}
      case Happening.Booted ignored -> {}
      case Happening.StatusChanged ignored -> {}
      case Happening.LimitChanged ignored -> {}
      case Happening.Discarded ignored -> {}
    }
  }

  /** How often a charge point got a connection so far. */
  public long connections() {
    return connected.sum();
  }

  /** One line about now. */
  public String summary() {
    long online = points.stream().filter(VirtualChargePoint::online).count();
    int charging = 0;
    double ampere = 0;
    for (var point : points) {
      for (int connector = 1; connector <= options.model().connectors(); connector++) {
        var state = point.connector(connector);
        charging += state.inTransaction() ? 1 : 0;
        ampere += state.currentA();
      }
    }
    return String.format(
        Locale.ROOT,
        "%,d of %,d online; %,d charging, %,.0f A; sessions: %,d started, %,d ended; %,d commands;"
            + " %,d connections lost",
        online,
        points.size(),
        charging,
        ampere,
        started.sum(),
        stopped.sum(),
        commands.sum(),
        lost.sum());
  }

  /** Everybody freezes; sockets are closed with 1000. */
  @Override
  public void close() {
    drivers.forEach(Driver::leave);
    points.forEach(VirtualChargePoint::close);
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (points.stream().anyMatch(VirtualChargePoint::online) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(5_000_000);
    }
    loops.close();
  }
}
