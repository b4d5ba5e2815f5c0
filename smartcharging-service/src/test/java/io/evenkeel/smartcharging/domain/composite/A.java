package io.evenkeel.smartcharging.domain.composite;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
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

/** Writes charging profiles for tests: {@code A.profile(1, TxProfile).level(2).periods(0, 16)}. */
public final class A {

  private final int id;
  private final ChargingProfilePurpose purpose;
  private int connector;
  private int level;
  private @Nullable Integer transactionId;
  private ChargingProfileKind kind = ChargingProfileKind.Relative;
  private @Nullable RecurrencyKind recurrency;
  private @Nullable Timestamp validFrom;
  private @Nullable Timestamp validTo;
  private @Nullable Integer duration;
  private @Nullable Timestamp start;
  private ChargingRateUnit unit = ChargingRateUnit.A;
  private @Nullable Integer phases;

  private A(int id, ChargingProfilePurpose purpose) {
    this.id = id;
    this.purpose = purpose;
    this.connector = purpose == ChargingProfilePurpose.ChargePointMaxProfile ? 0 : 1;
  }

  /** Relative, on connector 1 (the maximum: 0), stack level 0, in A. */
  public static A profile(int id, ChargingProfilePurpose purpose) {
    return new A(id, purpose);
  }

  A on(int connectorId) {
    connector = connectorId;
    return this;
  }

  public A level(int stackLevel) {
    level = stackLevel;
    return this;
  }

  A transaction(int transaction) {
    transactionId = transaction;
    return this;
  }

  A absolute(Instant from) {
    return timed(ChargingProfileKind.Absolute, null, from);
  }

  A daily(Instant from) {
    return timed(ChargingProfileKind.Recurring, RecurrencyKind.Daily, from);
  }

  A weekly(Instant from) {
    return timed(ChargingProfileKind.Recurring, RecurrencyKind.Weekly, from);
  }

  private A timed(ChargingProfileKind how, @Nullable RecurrencyKind repeated, Instant from) {
    kind = how;
    recurrency = repeated;
    start = Timestamp.of(from);
    return this;
  }

  A valid(@Nullable Instant from, @Nullable Instant to) {
    validFrom = from == null ? null : Timestamp.of(from);
    validTo = to == null ? null : Timestamp.of(to);
    return this;
  }

  A lasting(int seconds) {
    duration = seconds;
    return this;
  }

  A watts(@Nullable Integer numberPhases) {
    unit = ChargingRateUnit.W;
    phases = numberPhases;
    return this;
  }

  /** Pairs of start in seconds and limit. */
  public SetChargingProfile.Request periods(double... startsAndLimits) {
    List<ChargingSchedulePeriod> periods = new ArrayList<>();
    for (int i = 0; i < startsAndLimits.length; i += 2) {
      periods.add(
          new ChargingSchedulePeriod(
              (int) startsAndLimits[i], BigDecimal.valueOf(startsAndLimits[i + 1]), phases));
    }
    return new SetChargingProfile.Request(
        connector,
        new ChargingProfile(
            id,
            transactionId,
            level,
            purpose,
            kind,
            recurrency,
            validFrom,
            validTo,
            new ChargingSchedule(duration, start, unit, periods, null)));
  }
}
