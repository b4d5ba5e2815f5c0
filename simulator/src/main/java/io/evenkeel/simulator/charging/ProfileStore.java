package io.evenkeel.simulator.charging;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The charging profiles in one charge point and what they allow: TxProfile before TxDefaultProfile,
 * the higher stack level first, and never more than the ChargePointMaxProfile (OCPP 1.6 section
 * 3.13). Not thread-safe. Currents are ampere per phase.
 */
public final class ProfileStore {
  /** The voltage between a phase and neutral, by which watts become ampere. */
  public static final double VOLTAGE = 230;

  private static final Comparator<InstalledProfile> HIGHEST_FIRST =
      Comparator.comparingInt((InstalledProfile p) -> p.profile().stackLevel()).reversed();

  private final ChargerModel model;
  private final int maxStackLevel;
  private final int maxInstalled;
  private final List<InstalledProfile> installed = new ArrayList<>(2);

  /**
   * The transaction that a connector serves.
   *
   * @param transactionId null while the central system has not given one
   */
  public record Running(@Nullable Integer transactionId, Instant start) {}

  public ProfileStore(ChargerModel model, int maxStackLevel, int maxInstalled) {
    this.model = model;
    this.maxStackLevel = maxStackLevel;
    this.maxInstalled = maxInstalled;
  }

  /**
   * Installs a profile, in place of one of the same kind.
   *
   * @param running the transaction on that connector; without it a TxProfile is rejected
   * @return false when the charge point rejects it; then nothing has changed
   */
  public boolean set(int connectorId, ChargingProfile profile, @Nullable Running running) {
    if (connectorId < 0
        || connectorId > model.connectors()
        || !ProfileRules.acceptable(connectorId, profile, maxStackLevel)
        || profile.chargingSchedule().chargingSchedulePeriod().size() > model.stoodPeriods()
        || (ProfileRules.isForTransaction(profile) && !belongsTo(profile, running))) {
      return false;
    }
    var fresh = new InstalledProfile(connectorId, profile);
    long staying = installed.stream().filter(old -> !old.isReplacedBy(fresh)).count();
    if (staying >= maxInstalled) {
      return false;
    }
    installed.removeIf(old -> old.isReplacedBy(fresh));
    installed.add(fresh);
    installed.sort(HIGHEST_FIRST);
    return true;
  }

  private static boolean belongsTo(ChargingProfile profile, @Nullable Running running) {
    return running != null
        && (profile.transactionId() == null
            || profile.transactionId().equals(running.transactionId()));
  }

  /**
   * Removes what matches: the id alone when there is one, else all criteria that are given.
   *
   * @return whether anything was removed
   */
  public boolean clear(ClearChargingProfile.Request criteria) {
    return installed.removeIf(candidate -> matches(candidate, criteria));
  }

  private static boolean matches(InstalledProfile one, ClearChargingProfile.Request criteria) {
    if (criteria.id() != null) {
      return one.profile().chargingProfileId() == criteria.id();
    }
    return (criteria.connectorId() == null || criteria.connectorId() == one.connectorId())
        && (criteria.chargingProfilePurpose() == null
            || criteria.chargingProfilePurpose() == one.profile().chargingProfilePurpose())
        && (criteria.stackLevel() == null || criteria.stackLevel() == one.profile().stackLevel());
  }

  /** The end of a transaction: its profiles are void. */
  public void transactionEnded(int connectorId) {
    installed.removeIf(
        p -> p.connectorId() == connectorId && ProfileRules.isForTransaction(p.profile()));
  }

  /** A reboot: profiles of transactions are gone, the others stay. */
  public void rebooted() {
    installed.removeIf(p -> ProfileRules.isForTransaction(p.profile()));
  }

  /** How many profiles are installed. */
  public int size() {
    return installed.size();
  }

  /** The profiles on a connector (0: the whole charge point), highest stack level first. */
  public List<ChargingProfile> on(int connectorId) {
    return installed.stream()
        .filter(p -> p.connectorId() == connectorId)
        .map(InstalledProfile::profile)
        .toList();
  }

  /**
   * The most current per phase that a connector may draw at a moment.
   *
   * @param sharing how many connectors charge now and so share the charge point's maximum
   */
  public double limitA(int connectorId, @Nullable Running running, int sharing, Instant when) {
    double limit = model.maxA();
    var relativeTo = running == null ? when : running.start();
    Double ofTransaction =
        running == null
            ? null
            : prevailing(connectorId, ChargingProfilePurpose.TxProfile, when, relativeTo);
    if (ofTransaction == null) {
      ofTransaction =
          prevailing(connectorId, ChargingProfilePurpose.TxDefaultProfile, when, relativeTo);
    }
    if (ofTransaction == null) {
      ofTransaction = prevailing(0, ChargingProfilePurpose.TxDefaultProfile, when, relativeTo);
    }
    if (ofTransaction != null) {
      limit = Math.min(limit, ofTransaction);
    }
    var whole = prevailing(0, ChargingProfilePurpose.ChargePointMaxProfile, when, relativeTo);
    return whole == null ? limit : Math.min(limit, whole / Math.max(1, sharing));
  }

  private @Nullable Double prevailing(
      int connectorId, ChargingProfilePurpose purpose, Instant when, Instant relativeTo) {
    for (var candidate : installed) {
      if (candidate.connectorId() == connectorId
          && candidate.profile().chargingProfilePurpose() == purpose) {
        var period = ProfileTime.at(candidate.profile(), when, relativeTo);
        if (period != null) {
          return ampere(candidate.profile().chargingSchedule(), period);
        }
      }
    }
    return null;
  }

  private double ampere(ChargingSchedule schedule, ChargingSchedulePeriod period) {
    double limit = period.limit().doubleValue();
    return switch (schedule.chargingRateUnit()) {
      case A -> limit;
      case W -> {
        int phases = period.numberPhases() == null ? 3 : period.numberPhases();
        yield limit / (VOLTAGE * Math.clamp(phases, 1, model.phases()));
      }
    };
  }

  /** What a connector may draw over the next seconds, as GetCompositeSchedule answers it. */
  public ChargingSchedule composite(
      int connectorId,
      @Nullable Running running,
      Instant from,
      int seconds,
      ChargingRateUnit unit) {
    var until = from.plusSeconds(seconds);
    var moments = new TreeSet<Instant>();
    var relativeTo = running == null ? from : running.start();
    installed.forEach(p -> ProfileTime.changes(p.profile(), from, until, relativeTo, moments));
    moments.add(from);
    var periods = new ArrayList<ChargingSchedulePeriod>();
    for (var moment : moments.tailSet(from)) {
      if (moment.isBefore(until) || moment.equals(from)) {
        var limit = inUnit(limitOver(connectorId, running, moment), unit);
        if (periods.isEmpty() || !Objects.equals(periods.getLast().limit(), limit)) {
          int offset = (int) ((moment.toEpochMilli() - from.toEpochMilli()) / 1000);
          if (!periods.isEmpty() && periods.getLast().startPeriod() == offset) {
            periods.removeLast();
          }
          periods.add(new ChargingSchedulePeriod(offset, limit, null));
        }
      }
    }
    return new ChargingSchedule(seconds, Timestamp.of(from), unit, periods, null);
  }

  /** For the whole charge point: what its connectors may draw together, within its maximum. */
  private double limitOver(int connectorId, @Nullable Running running, Instant when) {
    if (connectorId > 0) {
      return limitA(connectorId, running, 1, when);
    }
    var whole = prevailing(0, ChargingProfilePurpose.ChargePointMaxProfile, when, when);
    double all = (double) model.maxA() * model.connectors();
    return whole == null ? all : Math.min(all, whole);
  }

  private BigDecimal inUnit(double ampere, ChargingRateUnit unit) {
    double value = unit == ChargingRateUnit.A ? ampere : ampere * VOLTAGE * model.phases();
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
  }
}
