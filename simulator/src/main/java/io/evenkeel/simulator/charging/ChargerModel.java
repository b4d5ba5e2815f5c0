package io.evenkeel.simulator.charging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A make of charger with its habits, good and bad, as data.
 *
 * @param name as the command line calls it
 * @param connectors how many sockets for cars
 * @param phases per connector
 * @param maxA the most current per phase of a connector, in ampere
 * @param advertisedPeriods what it answers as ChargingScheduleMaxPeriods
 * @param stoodPeriods how many periods of a schedule it really stands
 * @param hangsFor how long it hangs on a longer one; then it answers an empty status and drops the
 *     connection. Zero: it answers Rejected like a good charger
 * @param remoteStartNeedsCar whether it rejects RemoteStartTransaction while no car is plugged in
 * @param configuration configuration keys in which it differs from the default
 */
public record ChargerModel(
    String name,
    String vendor,
    String model,
    String firmware,
    int connectors,
    int phases,
    int maxA,
    int advertisedPeriods,
    int stoodPeriods,
    Duration hangsFor,
    boolean remoteStartNeedsCar,
    Map<String, String> configuration) {

  /** A charger below this pauses: no pilot signal stands for less (IEC 61851-1). In ampere. */
  public static final double LEAST_A = 6;

  /** Does what the specification says, 22 kW. */
  public static final ChargerModel GENERIC =
      new ChargerModel(
          "generic",
          "EvenKeel",
          "Virtual 22",
          "1.0",
          1,
          3,
          32,
          24,
          24,
          Duration.ZERO,
          false,
          Map.of());

  /** As {@link #GENERIC} with two sockets. */
  public static final ChargerModel DOUBLE =
      new ChargerModel(
          "double",
          "EvenKeel",
          "Virtual 2x22",
          "1.0",
          2,
          3,
          32,
          24,
          24,
          Duration.ZERO,
          false,
          Map.of());

  /**
   * Says that it takes schedules of 20 periods and stands 10: a longer one makes it hang for 31 s,
   * answer an empty status and drop the connection.
   */
  public static final ChargerModel DELTA_AC_MAX =
      new ChargerModel(
          "delta-ac-max",
          "Delta",
          "AC MAX",
          "1.26.37",
          1,
          3,
          32,
          20,
          10,
          Duration.ofSeconds(31),
          true,
          Map.of());

  private static final List<ChargerModel> ALL = List.of(GENERIC, DOUBLE, DELTA_AC_MAX);

  public ChargerModel {
    configuration = Map.copyOf(configuration);
  }

  /** All models that have a name here. */
  public static List<ChargerModel> all() {
    return ALL;
  }

  /** The model of that name, if there is one. */
  public static Optional<ChargerModel> named(String name) {
    return ALL.stream().filter(model -> model.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The same with another time to hang, so that tests need not wait. */
  public ChargerModel hangingFor(Duration time) {
    return new ChargerModel(
        name,
        vendor,
        model,
        firmware,
        connectors,
        phases,
        maxA,
        advertisedPeriods,
        stoodPeriods,
        time,
        remoteStartNeedsCar,
        configuration);
  }
}
