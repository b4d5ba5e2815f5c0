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
import java.util.Optional;
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
    var relativeTo = running == null ? when : running.start();
    return allowed(connectorId, running, relativeTo, sharing, when).ampere();
  }

  private Allowed allowed(
      int connectorId, @Nullable Running running, Instant relativeTo, int sharing, Instant when) {
    var limit = new Allowed(model.maxA(), model.phases());
    var ofTransaction =
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
      limit = limit.atMost(ofTransaction);
    }
    var whole = prevailing(0, ChargingProfilePurpose.ChargePointMaxProfile, when, relativeTo);
    return whole == null
        ? limit
        : limit.atMost(new Allowed(whole.ampere() / Math.max(1, sharing), whole.phases()));
  }

  private @Nullable Allowed prevailing(
      int connectorId, ChargingProfilePurpose purpose, Instant when, Instant relativeTo) {
    for (var candidate : installed) {
      if (candidate.connectorId() == connectorId
          && candidate.profile().chargingProfilePurpose() == purpose) {
        var period = ProfileTime.at(candidate.profile(), when, relativeTo);
        if (period != null) {
          return allowed(candidate.profile().chargingSchedule(), period);
        }
      }
    }
    return null;
  }

  private Allowed allowed(ChargingSchedule schedule, ChargingSchedulePeriod period) {
    double limit = period.limit().doubleValue();
    int said = period.numberPhases() == null ? 3 : period.numberPhases();
    int phases = Math.clamp(said, 1, model.phases());
    return new Allowed(
        schedule.chargingRateUnit() == ChargingRateUnit.A ? limit : limit / (VOLTAGE * phases),
        phases);
  }

  /**
   * What a connector may draw over the next seconds, as GetCompositeSchedule answers it; for
   * connector 0 what all of them may draw together, within the charge point's maximum.
   *
   * @param running the transactions of all connectors, that of connector 1 first
   */
  public ChargingSchedule composite(
      int connectorId,
      List<Optional<Running>> running,
      Instant from,
      int seconds,
      ChargingRateUnit unit) {
    var until = from.plusSeconds(seconds);
    var moments = new TreeSet<Instant>();
    running.stream()
        .map(one -> one.map(Running::start).orElse(from))
        .distinct()
        .forEach(
            start ->
                installed.forEach(
                    p -> ProfileTime.changes(p.profile(), from, until, start, moments)));
    moments.add(from);
    var periods = new ArrayList<ChargingSchedulePeriod>();
    for (var moment : moments.tailSet(from)) {
      if (moment.isBefore(until) || moment.equals(from)) {
        var limit = tenths(inUnit(connectorId, running, from, moment, unit));
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

  private double inUnit(
      int connectorId,
      List<Optional<Running>> running,
      Instant from,
      Instant when,
      ChargingRateUnit unit) {
    if (connectorId > 0) {
      var one = running.get(connectorId - 1);
      return allowed(connectorId, one.orElse(null), startOf(one, from), 1, when).in(unit);
    }
    double sum = 0;
    for (int id = 1; id <= model.connectors(); id++) {
      sum += inUnit(id, running, from, when, unit);
    }
    var whole = prevailing(0, ChargingProfilePurpose.ChargePointMaxProfile, when, from);
    return whole == null ? sum : Math.min(sum, whole.in(unit));
  }

  private static Instant startOf(Optional<Running> running, Instant otherwise) {
    return running.map(Running::start).orElse(otherwise);
  }

  private static BigDecimal tenths(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
  }

  /** A limit: so much per phase, over so many phases. */
  private record Allowed(double ampere, int phases) {

    Allowed atMost(Allowed other) {
      return other.ampere < ampere ? other : this;
    }

    double in(ChargingRateUnit unit) {
      return unit == ChargingRateUnit.A ? ampere : ampere * VOLTAGE * phases;
    }
  }
}
