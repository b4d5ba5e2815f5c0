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
record A(
    int id,
    ChargingProfilePurpose purpose,
    int connector,
    int level,
    @Nullable Integer transactionId,
    ChargingProfileKind kind,
    @Nullable RecurrencyKind recurrency,
    @Nullable Timestamp validFrom,
    @Nullable Timestamp validTo,
    @Nullable Integer duration,
    @Nullable Timestamp start,
    ChargingRateUnit unit,
    @Nullable Integer phases) {

  /** Relative, on connector 1 (the maximum: 0), stack level 0, in A. */
  static A profile(int id, ChargingProfilePurpose purpose) {
    int connector = purpose == ChargingProfilePurpose.ChargePointMaxProfile ? 0 : 1;
    return new A(
        id,
        purpose,
        connector,
        0,
        null,
        ChargingProfileKind.Relative,
        null,
        null,
        null,
        null,
        null,
        ChargingRateUnit.A,
        null);
  }

  A on(int connectorId) {
    return new A(
        id,
        purpose,
        connectorId,
        level,
        transactionId,
        kind,
        recurrency,
        validFrom,
        validTo,
        duration,
        start,
        unit,
        phases);
  }

  A level(int stackLevel) {
    return new A(
        id,
        purpose,
        connector,
        stackLevel,
        transactionId,
        kind,
        recurrency,
        validFrom,
        validTo,
        duration,
        start,
        unit,
        phases);
  }

  A transaction(int transaction) {
    return new A(
        id,
        purpose,
        connector,
        level,
        transaction,
        kind,
        recurrency,
        validFrom,
        validTo,
        duration,
        start,
        unit,
        phases);
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
    return new A(
        id,
        purpose,
        connector,
        level,
        transactionId,
        how,
        repeated,
        validFrom,
        validTo,
        duration,
        Timestamp.of(from),
        unit,
        phases);
  }

  A valid(@Nullable Instant from, @Nullable Instant to) {
    return new A(
        id,
        purpose,
        connector,
        level,
        transactionId,
        kind,
        recurrency,
        from == null ? null : Timestamp.of(from),
        to == null ? null : Timestamp.of(to),
        duration,
        start,
        unit,
        phases);
  }

  A lasting(int seconds) {
    return new A(
        id,
        purpose,
        connector,
        level,
        transactionId,
        kind,
        recurrency,
        validFrom,
        validTo,
        seconds,
        start,
        unit,
        phases);
  }

  A watts(@Nullable Integer numberPhases) {
    return new A(
        id,
        purpose,
        connector,
        level,
        transactionId,
        kind,
        recurrency,
        validFrom,
        validTo,
        duration,
        start,
        ChargingRateUnit.W,
        numberPhases);
  }

  /** Pairs of start in seconds and limit. */
  SetChargingProfile.Request periods(double... startsAndLimits) {
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
