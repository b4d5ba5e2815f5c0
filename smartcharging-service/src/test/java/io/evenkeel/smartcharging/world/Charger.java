package io.evenkeel.smartcharging.world;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile.Status;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A charger with its sockets; what it does with a profile it receives. */
final class Charger {

  /** What came of a profile. */
  enum Taken {
    ACCEPTED,
    REJECTED,
    HANGS
  }

  static final int PERIODS_IT_STANDS = 10;

  final String name;
  final Temper temper;
  final Map<Integer, Socket> sockets = new LinkedHashMap<>();
  int hangs;

  Charger(String name, Temper temper) {
    this.name = name;
    this.temper = temper;
  }

  Taken receive(SetChargingProfile.Request request) {
    ChargingProfile profile = request.csChargingProfiles();
    int periods = profile.chargingSchedule().chargingSchedulePeriod().size();
    if (temper == Temper.DELTA && periods > PERIODS_IT_STANDS) {
      hangs++;
      return Taken.HANGS;
    }
    Socket socket = sockets.get(request.connectorId());
    if (socket == null || !takes(profile) || !isForItsTransaction(socket, profile)) {
      return Taken.REJECTED;
    }
    socket.store(profile);
    return Taken.ACCEPTED;
  }

  private boolean takes(ChargingProfile profile) {
    ChargingRateUnit unit = profile.chargingSchedule().chargingRateUnit();
    return switch (temper) {
      case GOOD, DELTA -> true;
      case REJECTS_ALL -> false;
      case REJECTS_TX_PROFILES ->
          profile.chargingProfilePurpose() != ChargingProfilePurpose.TxProfile;
      case ABSOLUTE_ONLY ->
          profile.chargingProfileKind() == ChargingProfileKind.Absolute
              && profile.chargingSchedule().startSchedule() != null;
      case WATTS_ONLY -> unit == ChargingRateUnit.W;
    };
  }

  /** OCPP 1.6 section 5.16.2: a TxProfile is for the transaction that runs. */
  private static boolean isForItsTransaction(Socket socket, ChargingProfile profile) {
    return profile.chargingProfilePurpose() != ChargingProfilePurpose.TxProfile
        || (socket.transaction != null && socket.transaction.equals(profile.transactionId()));
  }

  /** What it says of itself; not always the truth. */
  Capabilities capabilities() {
    return new Capabilities(
        "Delta",
        "AC MAX",
        "1.26.38",
        sockets.size(),
        true,
        temper == Temper.DELTA ? 2 * PERIODS_IT_STANDS : PERIODS_IT_STANDS,
        3,
        8,
        temper == Temper.WATTS_ONLY
            ? Set.of(ChargingRateUnit.A, ChargingRateUnit.W)
            : Set.of(ChargingRateUnit.A),
        BigDecimal.valueOf(6),
        BigDecimal.valueOf(32));
  }

  void reboot() {
    sockets.values().forEach(Socket::forgetTxProfile);
  }

  static Status status(Taken taken) {
    return taken == Taken.ACCEPTED ? Status.Accepted : Status.Rejected;
  }
}
