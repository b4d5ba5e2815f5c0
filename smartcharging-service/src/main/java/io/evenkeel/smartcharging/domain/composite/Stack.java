package io.evenkeel.smartcharging.domain.composite;

import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The profiles that count on a connector, put in the order in which they are asked (section 3.13):
 * what was set for its transaction, its own default, the default for all connectors, each from the
 * highest stack level down; the first that says something about a moment has the word. The charge
 * point's maximum caps it.
 */
final class Stack {

  private final List<ProfileTime> word = new ArrayList<>();
  private final List<ProfileTime> cap = new ArrayList<>();
  private final Supply supply;

  /**
   * @param connectorId 0: only the charge point's maximum counts
   * @param running null: TxProfiles do not count, and Relative schedules begin at {@code from}
   */
  Stack(
      InstalledProfiles installed,
      int connectorId,
      @Nullable Running running,
      Instant from,
      Supply supply) {
    this.supply = supply;
    Instant charging = running == null ? from : running.start();
    if (connectorId > 0) {
      if (running != null) {
        installed
            .on(connectorId, ChargingProfilePurpose.TxProfile)
            .map(Installed::profile)
            .filter(profile -> isFor(profile, running))
            .forEach(profile -> word.add(new ProfileTime(profile, charging)));
      }
      for (int owner : new int[] {connectorId, 0}) {
        installed
            .on(owner, ChargingProfilePurpose.TxDefaultProfile)
            .forEach(one -> word.add(new ProfileTime(one.profile(), charging)));
      }
    }
    installed
        .on(0, ChargingProfilePurpose.ChargePointMaxProfile)
        .forEach(one -> cap.add(new ProfileTime(one.profile(), charging)));
  }

  private static boolean isFor(ChargingProfile profile, Running running) {
    return profile.transactionId() == null || profile.transactionId() == running.transactionId();
  }

  /** Null when nothing limits the connector at that moment. */
  @Nullable Limit at(Instant moment) {
    return Limit.lower(first(word, moment), first(cap, moment));
  }

  void changes(Instant from, Instant until, SortedSet<Instant> into) {
    word.forEach(profile -> profile.changes(from, until, into));
    cap.forEach(profile -> profile.changes(from, until, into));
  }

  private @Nullable Limit first(List<ProfileTime> profiles, Instant moment) {
    for (ProfileTime one : profiles) {
      @Nullable ChargingSchedulePeriod period = one.at(moment);
      if (period != null) {
        return supply.limit(period, one.profile().chargingSchedule().chargingRateUnit());
      }
    }
    return null;
  }
}
