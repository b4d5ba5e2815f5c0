package io.evenkeel.smartcharging.domain.composite;

import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The charging profiles that a charge point holds after it accepted what is told here. Immutable;
 * equal when the same profiles are held, in whatever order they came.
 *
 * @param all by stack level, the highest first
 */
public record InstalledProfiles(List<Installed> all) {

  private static final Comparator<Installed> ORDER =
      Comparator.comparingInt((Installed one) -> one.profile().stackLevel())
          .reversed()
          .thenComparingInt(Installed::connectorId)
          .thenComparingInt(one -> one.profile().chargingProfileId());

  /** Of a charge point that was never given a profile. */
  public static final InstalledProfiles NONE = new InstalledProfiles(List.of());

  public InstalledProfiles {
    all = all.stream().sorted(ORDER).toList();
  }

  /** The charge point accepted a profile; it takes the place of those it replaces (5.16). */
  public InstalledProfiles set(SetChargingProfile.Request accepted) {
    Installed fresh = new Installed(accepted.connectorId(), accepted.csChargingProfiles());
    List<Installed> next = new ArrayList<>(without(old -> old.isReplacedBy(fresh)).all);
    next.add(fresh);
    return new InstalledProfiles(next);
  }

  /**
   * The charge point was told to clear profiles: the one with the id, whatever else is said; else
   * those that meet all criteria; without any, all (5.5). The answer Unknown means that it had
   * none: what is left is the same.
   */
  public InstalledProfiles clear(ClearChargingProfile.Request told) {
    return without(one -> one.isMeantBy(told));
  }

  /** A transaction ended: what was set for it is void (3.13). */
  public InstalledProfiles transactionEnded(int connectorId) {
    return without(
        one -> one.connectorId() == connectorId && one.is(ChargingProfilePurpose.TxProfile));
  }

  /** Those of a purpose that were set on a connector, the highest stack level first. */
  Stream<Installed> on(int connectorId, ChargingProfilePurpose purpose) {
    return all.stream().filter(one -> one.connectorId() == connectorId && one.is(purpose));
  }

  private InstalledProfiles without(Predicate<Installed> gone) {
    return new InstalledProfiles(all.stream().filter(gone.negate()).toList());
  }
}
