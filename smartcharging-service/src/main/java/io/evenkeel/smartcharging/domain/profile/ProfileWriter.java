package io.evenkeel.smartcharging.domain.profile;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Connector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a change as SetChargingProfile (OCPP 1.6 section 5.16): one open-ended period, so that
 * every charger stands it. The profile's id is the same for the same purpose and connector, so a
 * profile replaces the one before.
 */
public final class ProfileWriter {

  /**
   * An Absolute schedule begins so long before now, so that a charger's slow clock does not matter.
   */
  private static final Duration BEFORE = Duration.ofDays(1);

  private static final int WHOLE_SCHEDULE = 0;
  private static final int ALL_PHASES = 3;

  private ProfileWriter() {}

  /**
   * @param stackLevel the highest the charger stands: a profile left by somebody else must not win
   */
  public static SetChargingProfile.Request write(
      Connector connector, Change change, Form form, int stackLevel, int voltage, Instant now) {
    int connectorId = connector.key().connectorId();
    return switch (change) {
      case Change.OfDefault(int limit) ->
          request(
              connectorId,
              null,
              stackLevel,
              ChargingProfilePurpose.TxDefaultProfile,
              form,
              schedule(limit, form, connector.phases(), voltage, now));
      case Change.OfTransaction(int transactionId, int limit) ->
          request(
              connectorId,
              transactionId,
              stackLevel,
              ChargingProfilePurpose.TxProfile,
              form,
              schedule(limit, form, connector.phases(), voltage, now));
    };
  }

  /** The profile id of a connector's default. */
  public static int defaultProfileId(int connectorId) {
    return 10 * connectorId + 1;
  }

  /** The profile id of the limit of a connector's transaction. */
  public static int transactionProfileId(int connectorId) {
    return 10 * connectorId + 2;
  }

  private static SetChargingProfile.Request request(
      int connectorId,
      @Nullable Integer transactionId,
      int stackLevel,
      ChargingProfilePurpose purpose,
      Form form,
      ChargingSchedule schedule) {
    int id =
        transactionId == null ? defaultProfileId(connectorId) : transactionProfileId(connectorId);
    return new SetChargingProfile.Request(
        connectorId,
        new ChargingProfile(
            id, transactionId, stackLevel, purpose, form.kind(), null, null, null, schedule));
  }

  private static ChargingSchedule schedule(
      int limit, Form form, int phases, int voltage, Instant now) {
    @Nullable Timestamp start =
        form.kind() == ChargingProfileKind.Absolute ? Timestamp.of(now.minus(BEFORE)) : null;
    boolean watts = form.unit() == ChargingRateUnit.W;
    BigDecimal written =
        watts
            ? Amperes.of(limit)
                .multiply(BigDecimal.valueOf((long) voltage * phases))
                .setScale(1, RoundingMode.FLOOR)
            : Amperes.of(limit);
    // a limit in A is per phase; one in W needs to say over how many
    @Nullable Integer numberPhases = watts && phases != ALL_PHASES ? phases : null;
    return new ChargingSchedule(
        null,
        start,
        form.unit(),
        List.of(new ChargingSchedulePeriod(WHOLE_SCHEDULE, written, numberPhases)),
        null);
  }
}
