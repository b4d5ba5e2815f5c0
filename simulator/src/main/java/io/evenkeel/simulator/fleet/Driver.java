package io.evenkeel.simulator.fleet;

import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.simulator.ConnectorState;
import io.evenkeel.simulator.VirtualChargePoint;
import io.evenkeel.simulator.charging.Car;
import io.evenkeel.simulator.wire.Timers;
import java.time.Duration;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The people at one connector, one after the other: wait, plug in, hold up the card, charge until
 * the car is full or it is time to leave, unplug.
 */
public final class Driver {
  private static final Duration WALK = Duration.ofMillis(700);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final VirtualChargePoint point;
  private final int connectorId;
  private final Habits habits;
  private final Timers timers;
  private final RandomGenerator random;
  private volatile boolean away;

  /**
   * How drivers behave, in real time.
   *
   * @param meanPause between one car and the next
   * @param meanStay after which a driver leaves even when the battery is not full
   * @param cars what they come in
   * @param idTags who they are
   */
  public record Habits(
      Duration meanPause,
      Duration meanStay,
      Function<RandomGenerator, Car> cars,
      Function<RandomGenerator, String> idTags) {}

  public Driver(
      VirtualChargePoint point,
      int connectorId,
      Habits habits,
      Timers timers,
      RandomGenerator random) {
    this.point = point;
    this.connectorId = connectorId;
    this.habits = habits;
    this.timers = timers;
    this.random = random;
  }

  /** The first car comes after so long. */
  public void begin(Duration firstPause) {
    after(firstPause, this::arrive);
  }

  /** Nobody does anything any more. */
  public void leave() {
    away = true;
  }

  private void arrive() {
    if (!point.online()) {
      after(LOOK, this::arrive);
      return;
    }
    point
        .plugIn(connectorId, habits.cars().apply(random))
        .whenComplete(
            (plugged, failure) ->
                after(WALK, failure == null ? this::holdUpCard : () -> next(LOOK)));
  }

  private void holdUpCard() {
    point
        .swipe(connectorId, habits.idTags().apply(random))
        .thenAccept(
            verdict -> {
              if (verdict == AuthorizationStatus.Accepted) {
                watch(System.nanoTime() + around(habits.meanStay()).toNanos());
              } else {
                unplug();
              }
            });
  }

  private void watch(long leaveAt) {
    after(
        LOOK,
        () -> {
          var state = point.connector(connectorId);
          if (!state.inTransaction()) {
            unplug();
          } else if (full(state) || System.nanoTime() > leaveAt) {
            stop();
          } else {
            watch(leaveAt);
          }
        });
  }

  private static boolean full(ConnectorState state) {
    return state.car() != null && state.car().full(state.takenWh());
  }

  private void stop() {
    var idTag = point.connector(connectorId).idTag();
    point
        .stopTransaction(connectorId, StopTransaction.Reason.Local, idTag)
        .whenComplete((told, failure) -> {});
    after(WALK, this::unplug);
  }

  private void unplug() {
    point.unplug(connectorId).whenComplete((done, failure) -> next(around(habits.meanPause())));
  }

  private void next(Duration pause) {
    after(pause, this::arrive);
  }

  private void after(Duration delay, Runnable work) {
    var _ =
        timers.after(
            delay,
            () -> {
              if (!away) {
                work.run();
              }
            });
  }

  /** A time by chance: memoryless, but neither nothing nor for ever. */
  private Duration around(Duration mean) {
    double factor = Math.clamp(-Math.log(1 - random.nextDouble()), 0.15, 3);
    return Duration.ofMillis((long) (mean.toMillis() * factor));
  }

  /** Cars as they come: half with three phases, need between 4 and 40 kWh. */
  public static Car car(RandomGenerator random) {
    double need = 4_000 + random.nextInt(36_000);
    return switch (random.nextInt(6)) {
      case 0 -> Car.of(1, 16, need);
      case 1 -> Car.of(1, 32, need);
      case 2 -> Car.of(2, 16, need);
      case 3 -> Car.of(3, 32, need);
      default -> Car.of(3, 16, need);
    };
  }
}
