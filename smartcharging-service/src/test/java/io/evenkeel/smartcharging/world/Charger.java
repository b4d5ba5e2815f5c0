package io.evenkeel.smartcharging.world;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile.Status;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A charger with its sockets; what it does with a profile it receives. */
final class Charger {

  /** What came of a profile. */
  enum Taken {
    ACCEPTED,
    REJECTED,
    HANGS
  }

  static final int PERIODS_IT_STANDS = 10;
  private static final int FEW = 3;

  final String name;
  final Temper temper;
  final Map<Integer, Socket> sockets = new LinkedHashMap<>();
  int hangs;

  /** Counts what changes in what it may draw. */
  long changes;

  /** How far its clock is ahead. */
  Duration clockOff = Duration.ZERO;

  Charger(String name, Temper temper) {
    this.name = name;
    this.temper = temper;
  }

  Taken receive(SetChargingProfile.Request request, Instant now) {
    ChargingProfile profile = request.csChargingProfiles();
    int periods = profile.chargingSchedule().chargingSchedulePeriod().size();
    if (temper == Temper.DELTA && periods > PERIODS_IT_STANDS) {
      hangs++;
      return Taken.HANGS;
    }
    if (temper == Temper.STANDS_FEW && periods > FEW) {
      return Taken.HANGS;
    }
    Socket socket = sockets.get(request.connectorId());
    if (socket == null || !takes(profile) || !isForItsTransaction(socket, profile)) {
      return Taken.REJECTED;
    }
    socket.store(profile, now);
    return Taken.ACCEPTED;
  }

  /** What it makes of its profiles; true to itself. */
  GetCompositeSchedule.Response answer(GetCompositeSchedule.Request request, Instant now) {
    Socket socket = sockets.get(request.connectorId());
    if (socket == null || temper == Temper.READS_NOTHING_BACK) {
      return new GetCompositeSchedule.Response(
          GetCompositeSchedule.Status.Rejected, null, null, null);
    }
    TreeSet<Instant> moments = socket.saysChange(now);
    moments.add(now);
    List<ChargingSchedulePeriod> periods = new ArrayList<>();
    for (Instant moment : moments.subSet(now, now.plusSeconds(request.duration()))) {
      int start = (int) Duration.between(now, moment).toSeconds();
      double says = socket.says(moment);
      BigDecimal limit =
          BigDecimal.valueOf(
                  request.chargingRateUnit() == ChargingRateUnit.W
                      ? says * 230 * socket.phases
                      : says)
              .setScale(1, RoundingMode.HALF_UP);
      if (!periods.isEmpty() && periods.getLast().startPeriod() == start) {
        periods.removeLast();
      }
      if (periods.isEmpty() || periods.getLast().limit().compareTo(limit) != 0) {
        periods.add(new ChargingSchedulePeriod(start, limit, null));
      }
    }
    Timestamp start = Timestamp.of(now.plus(clockOff));
    return new GetCompositeSchedule.Response(
        GetCompositeSchedule.Status.Accepted,
        request.connectorId(),
        start,
        new ChargingSchedule(request.duration(), start, request.chargingRateUnit(), periods, null));
  }

  private boolean takes(ChargingProfile profile) {
    ChargingRateUnit unit = profile.chargingSchedule().chargingRateUnit();
    return switch (temper) {
      case GOOD, DELTA, STANDS_FEW, READS_NOTHING_BACK, COUNTS_FROM_RECEIPT -> true;
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

  void setClock(Duration ahead) {
    clockOff = ahead;
    sockets.values().forEach(Socket::changed);
  }

  void reboot() {
    sockets.values().forEach(Socket::forgetTxProfile);
  }

  static Status status(Taken taken) {
    return taken == Taken.ACCEPTED ? Status.Accepted : Status.Rejected;
  }
}
