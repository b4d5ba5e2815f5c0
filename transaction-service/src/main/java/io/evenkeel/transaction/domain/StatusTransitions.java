package io.evenkeel.transaction.domain;

import static io.evenkeel.ocpp.type.ChargePointStatus.Available;
import static io.evenkeel.ocpp.type.ChargePointStatus.Charging;
import static io.evenkeel.ocpp.type.ChargePointStatus.Faulted;
import static io.evenkeel.ocpp.type.ChargePointStatus.Finishing;
import static io.evenkeel.ocpp.type.ChargePointStatus.Preparing;
import static io.evenkeel.ocpp.type.ChargePointStatus.Reserved;
import static io.evenkeel.ocpp.type.ChargePointStatus.SuspendedEV;
import static io.evenkeel.ocpp.type.ChargePointStatus.SuspendedEVSE;
import static io.evenkeel.ocpp.type.ChargePointStatus.Unavailable;

import io.evenkeel.ocpp.type.ChargePointStatus;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The changes of a connector's state that OCPP 1.6 allows (section 4.9, the table of transitions).
 * Any other is an anomaly: recorded, never refused.
 */
public final class StatusTransitions {
  private StatusTransitions() {}

  private static final Set<ChargePointStatus> OF_CHARGE_POINT =
      EnumSet.of(Available, Unavailable, Faulted);

  private static final Map<ChargePointStatus, Set<ChargePointStatus>> NEXT =
      new EnumMap<>(ChargePointStatus.class);

  static {
    NEXT.put(
        Available,
        EnumSet.of(
            Preparing, Charging, SuspendedEV, SuspendedEVSE, Reserved, Unavailable, Faulted));
    NEXT.put(
        Preparing, EnumSet.of(Available, Charging, SuspendedEV, SuspendedEVSE, Finishing, Faulted));
    NEXT.put(
        Charging,
        EnumSet.of(Available, SuspendedEV, SuspendedEVSE, Finishing, Unavailable, Faulted));
    NEXT.put(
        SuspendedEV,
        EnumSet.of(Available, Charging, SuspendedEVSE, Finishing, Unavailable, Faulted));
    NEXT.put(
        SuspendedEVSE,
        EnumSet.of(Available, Charging, SuspendedEV, Finishing, Unavailable, Faulted));
    NEXT.put(Finishing, EnumSet.of(Available, Preparing, Unavailable, Faulted));
    NEXT.put(Reserved, EnumSet.of(Available, Preparing, Unavailable, Faulted));
    NEXT.put(
        Unavailable,
        EnumSet.of(Available, Preparing, Charging, SuspendedEV, SuspendedEVSE, Faulted));
    NEXT.put(Faulted, EnumSet.complementOf(EnumSet.of(Faulted)));
  }

  /** States that may come before {@code status}; itself among them, for it may be repeated. */
  public static Set<ChargePointStatus> before(int connectorId, ChargePointStatus status) {
    EnumSet<ChargePointStatus> before = EnumSet.of(status);
    for (ChargePointStatus from : ChargePointStatus.values()) {
      if (allowed(connectorId, from, status)) {
        before.add(from);
      }
    }
    return before;
  }

  /** Whether a connector may be in this state at all; connector 0 knows only three. */
  public static boolean known(int connectorId, ChargePointStatus status) {
    return connectorId != 0 || OF_CHARGE_POINT.contains(status);
  }

  private static boolean allowed(int connectorId, ChargePointStatus from, ChargePointStatus to) {
    return connectorId == 0
        ? OF_CHARGE_POINT.contains(from) && OF_CHARGE_POINT.contains(to)
        : NEXT.getOrDefault(from, Set.of()).contains(to);
  }
}
