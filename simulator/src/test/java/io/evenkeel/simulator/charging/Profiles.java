package io.evenkeel.simulator.charging;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import io.evenkeel.ocpp.type.RecurrencyKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes charging profiles for tests. */
public final class Profiles {
  private Profiles() {}

  /** Periods as pairs of start in seconds and limit in ampere. */
  public static List<ChargingSchedulePeriod> periods(double... startsAndLimits) {
    var periods = new ArrayList<ChargingSchedulePeriod>();
    for (int i = 0; i < startsAndLimits.length; i += 2) {
      periods.add(
          new ChargingSchedulePeriod(
              (int) startsAndLimits[i], BigDecimal.valueOf(startsAndLimits[i + 1]), null));
    }
    return periods;
  }

  public static ChargingSchedule schedule(
      @Nullable Instant start, @Nullable Integer duration, double... startsAndLimits) {
    return new ChargingSchedule(
        duration,
        start == null ? null : Timestamp.of(start),
        ChargingRateUnit.A,
        periods(startsAndLimits),
        null);
  }

  public static ChargingProfile absolute(
      int id,
      int stackLevel,
      ChargingProfilePurpose purpose,
      @Nullable Integer transactionId,
      ChargingSchedule schedule) {
    return new ChargingProfile(
        id,
        transactionId,
        stackLevel,
        purpose,
        ChargingProfileKind.Absolute,
        null,
        null,
        null,
        schedule);
  }

  public static ChargingProfile relative(
      int id, int stackLevel, ChargingProfilePurpose purpose, double... startsAndLimits) {
    return new ChargingProfile(
        id,
        null,
        stackLevel,
        purpose,
        ChargingProfileKind.Relative,
        null,
        null,
        null,
        schedule(null, null, startsAndLimits));
  }

  public static ChargingProfile recurring(
      int id, RecurrencyKind kind, ChargingProfilePurpose purpose, ChargingSchedule schedule) {
    return new ChargingProfile(
        id, null, 0, purpose, ChargingProfileKind.Recurring, kind, null, null, schedule);
  }

  /** So many periods of an hour, for the running transaction. */
  public static ChargingProfile longSchedule(int id, int periods) {
    var pairs = new double[2 * periods];
    for (int i = 0; i < periods; i++) {
      pairs[2 * i] = 3600.0 * i;
      pairs[2 * i + 1] = 10 + i % 2;
    }
    return relative(id, 0, ChargingProfilePurpose.TxProfile, pairs);
  }
}
