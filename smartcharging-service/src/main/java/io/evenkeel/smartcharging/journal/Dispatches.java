package io.evenkeel.smartcharging.journal;

import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.journal.Happening.Place;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** What the sending of a profile, and what came of it, mean to people. */
public final class Dispatches {
  private Dispatches() {}

  public static Happening sent(ConnectorKey key, SetChargingProfile.Request request) {
    ChargingProfile profile = request.csChargingProfiles();
    List<ChargingSchedulePeriod> periods = profile.chargingSchedule().chargingSchedulePeriod();
    BigDecimal highest =
        periods.stream()
            .map(ChargingSchedulePeriod::limit)
            .max(Comparator.naturalOrder())
            .orElse(BigDecimal.ZERO);
    return new Happening.ProfileSent(
        Changelog.place(key),
        profile.chargingProfileId(),
        profile.chargingProfilePurpose().name(),
        profile.transactionId(),
        periods.size(),
        highest,
        profile.chargingSchedule().chargingRateUnit().name());
  }

  public static Happening completed(
      ConnectorKey key, SetChargingProfile.Request request, CommandOutcome outcome) {
    Place place = Changelog.place(key);
    int id = request.csChargingProfiles().chargingProfileId();
    return switch (outcome.outcome()) {
      case Answered ->
          outcome.response() instanceof SetChargingProfile.Response response
              ? answered(place, id, response.status())
              : new Happening.ProfileUnconfirmed(place, id, "The answer cannot be read");
      case Refused -> new Happening.ProfileRefused(place, id, because(outcome));
      case Offline, Expired, TimedOut ->
          new Happening.ProfileUnconfirmed(place, id, because(outcome));
    };
  }

  private static Happening answered(Place place, int id, SetChargingProfile.Status status) {
    return switch (status) {
      case Accepted -> new Happening.ProfileAccepted(place, id);
      case Rejected, NotSupported -> new Happening.ProfileRefused(place, id, status.name());
    };
  }

  private static String because(CommandOutcome outcome) {
    String code = outcome.errorCode();
    String description = outcome.errorDescription();
    return outcome.outcome().name()
        + (code == null ? "" : " " + code)
        + (description == null || description.isEmpty() ? "" : ": " + description);
  }
}
