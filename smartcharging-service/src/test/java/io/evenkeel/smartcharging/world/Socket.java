package io.evenkeel.smartcharging.world;

import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One outlet of a charger, as the charger itself sees it. Amperes as doubles, on purpose. */
final class Socket {

  final int connectorId;
  final double maximum;
  private final int phases;
  private final double voltage;
  @Nullable Integer transaction;
  @Nullable Double defaultLimit;
  @Nullable Integer profileTransaction;
  double profileLimit;

  /** A transaction that goes on although it was taken for ended when the charger rebooted. */
  @Nullable Integer writtenOff;

  Socket(int connectorId, double maximum, int phases, double voltage) {
    this.connectorId = connectorId;
    this.maximum = maximum;
    this.phases = phases;
    this.voltage = voltage;
  }

  /** Profiles that were sent and will arrive. */
  final List<ChargingProfile> onTheWire = new ArrayList<>();

  /**
   * What a car may draw here: now, or after the charger forgot, or when one plugs in, or when what
   * is on the wire has arrived.
   */
  double mayDraw() {
    double most = defaultLimit == null ? maximum : charges(defaultLimit);
    if (transaction != null && transaction.equals(profileTransaction)) {
      most = Math.max(most, charges(profileLimit));
    }
    for (ChargingProfile profile : onTheWire) {
      boolean ofAnother =
          profile.transactionId() != null && !profile.transactionId().equals(transaction);
      most = Math.max(most, ofAnother ? 0 : charges(limit(profile)));
    }
    return most;
  }

  /** What the car that is there draws now, when it takes all it is offered. */
  double draws() {
    if (transaction == null) {
      return 0;
    }
    if (transaction.equals(profileTransaction)) {
      return charges(profileLimit);
    }
    return defaultLimit == null ? maximum : charges(defaultLimit);
  }

  private double charges(double limit) {
    return limit < 6 ? 0 : Math.min(limit, maximum);
  }

  private double limit(ChargingProfile profile) {
    var schedule = profile.chargingSchedule();
    double limit = schedule.chargingSchedulePeriod().getFirst().limit().doubleValue();
    boolean watts = schedule.chargingRateUnit() == ChargingRateUnit.W;
    return watts ? limit / (voltage * phases) : limit;
  }

  void store(ChargingProfile profile) {
    double limit = limit(profile);
    switch (profile.chargingProfilePurpose()) {
      case TxDefaultProfile -> defaultLimit = limit;
      case TxProfile -> {
        profileTransaction = profile.transactionId();
        profileLimit = limit;
      }
      case ChargePointMaxProfile -> throw new IllegalArgumentException("not for a connector");
    }
  }

  void forgetTxProfile() {
    profileTransaction = null;
    profileLimit = 0;
  }
}
