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
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Connector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a change as SetChargingProfile (OCPP 1.6 section 5.16). The profile's id is the same for
 * the same purpose and connector, so a profile replaces the one before.
 *
 * <p>A limit that never changes is one open-ended period, so that every charger stands it. One that
 * does counts from the transaction's start (Relative), so that no clock matters; its first period
 * covers what is over, its duration ends with the course.
 */
public final class ProfileWriter {

  /**
   * An Absolute schedule begins so long before now, so that a charger's slow clock does not matter.
   */
  private static final Duration BEFORE = Duration.ofDays(1);

  /** A limit in W without numberPhases is for so many (OCPP 1.6 section 7.14). */
  public static final int UNSAID_PHASES = 3;

  private ProfileWriter() {}

  /**
   * What a profile depends on beside the limit itself.
   *
   * @param stackLevel the highest the charger stands: a profile left by somebody else must not win
   * @param voltage between a phase and neutral, in V
   * @param guard how much earlier decreases are written, and how much later increases
   * @param countsFrom what a Relative schedule counts from; null: not known, then the change must
   *     be level and without an end
   */
  public record Setting(
      Form form, int stackLevel, int voltage, Duration guard, @Nullable Instant countsFrom) {}

  public static SetChargingProfile.Request write(
      Connector connector, Change change, Setting setting, Instant now) {
    int connectorId = connector.key().connectorId();
    ChargingSchedule schedule = schedule(connector.phases(), change.course(), setting, now);
    return switch (change) {
      case Change.OfDefault _ ->
          new SetChargingProfile.Request(
              connectorId,
              new ChargingProfile(
                  defaultProfileId(connectorId),
                  null,
                  setting.stackLevel(),
                  ChargingProfilePurpose.TxDefaultProfile,
                  setting.form().kind(),
                  null,
                  null,
                  null,
                  schedule));
      case Change.OfTransaction(int transactionId, Course _) ->
          new SetChargingProfile.Request(
              connectorId,
              new ChargingProfile(
                  transactionProfileId(connectorId),
                  transactionId,
                  setting.stackLevel(),
                  ChargingProfilePurpose.TxProfile,
                  setting.form().kind(),
                  null,
                  null,
                  null,
                  schedule));
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

  private static ChargingSchedule schedule(
      int phases, Course course, Setting setting, Instant now) {
    Form form = setting.form();
    // a limit in A is per phase; one in W needs to say over how many
    @Nullable Integer numberPhases =
        form.saysPhases()
                || (form.knowsPhases()
                    && form.unit() == ChargingRateUnit.W
                    && phases != UNSAID_PHASES)
            ? phases
            : null;
    Course written = HandOver.guarded(course, setting.guard()).since(now);
    @Nullable Instant begin = setting.countsFrom();
    if (begin == null && !(written.isLevel() && written.end() == null)) {
      throw new IllegalArgumentException("nothing to count from: " + course);
    }
    List<ChargingSchedulePeriod> periods = new ArrayList<>(written.steps().size());
    for (Course.Step step : written.steps()) {
      int start = periods.isEmpty() || begin == null ? 0 : seconds(begin, step.from());
      periods.add(
          new ChargingSchedulePeriod(
              start, limit(step.limit(), form, phases, setting.voltage()), numberPhases));
    }
    @Nullable Integer duration =
        begin == null || written.end() == null ? null : seconds(begin, written.end());
    @Nullable Timestamp start =
        form.kind() == ChargingProfileKind.Absolute ? Timestamp.of(now.minus(BEFORE)) : null;
    return new ChargingSchedule(duration, start, form.unit(), periods, null);
  }

  private static int seconds(Instant begin, Instant at) {
    return Math.toIntExact(Math.max(1, Duration.between(begin, at).toSeconds()));
  }

  private static BigDecimal limit(int tenths, Form form, int phases, int voltage) {
    return form.unit() == ChargingRateUnit.W
        ? Amperes.of(tenths)
            .multiply(BigDecimal.valueOf((long) voltage * phases))
            .setScale(1, RoundingMode.FLOOR)
        : Amperes.of(tenths);
  }
}
