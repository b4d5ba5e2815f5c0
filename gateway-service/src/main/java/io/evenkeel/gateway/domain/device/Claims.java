package io.evenkeel.gateway.domain.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenkeel.gateway.domain.check.InvalidField;
import io.evenkeel.messaging.Capabilities;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one source says a charge point stands; null where it says nothing. The fields mean what they
 * mean in {@link Capabilities}.
 *
 * @param getConfigurationMaxKeys keys that one GetConfiguration may name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Claims(
    @Nullable Integer connectors,
    @Nullable Boolean smartCharging,
    @Nullable Integer maxSchedulePeriods,
    @Nullable Integer maxStackLevel,
    @Nullable Integer maxProfilesInstalled,
    @Nullable Set<ChargingRateUnit> rateUnits,
    @Nullable BigDecimal minCurrentA,
    @Nullable BigDecimal maxCurrentA,
    @Nullable Integer getConfigurationMaxKeys,
    @Nullable Boolean readsBack,
    @Nullable Boolean acceptsZero,
    @Nullable Boolean acceptsRelative,
    @Nullable Boolean acceptsTxProfile,
    @Nullable Boolean acceptsNumberPhases) {

  /** The names of all fields. */
  public static final Set<String> FIELDS =
      Arrays.stream(Claims.class.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.toUnmodifiableSet());

  public static final Claims NONE =
      new Claims(null, null, null, null, null, null, null, null, null);

  /** One that says nothing of what a charge point refuses. */
  public Claims(
      @Nullable Integer connectors,
      @Nullable Boolean smartCharging,
      @Nullable Integer maxSchedulePeriods,
      @Nullable Integer maxStackLevel,
      @Nullable Integer maxProfilesInstalled,
      @Nullable Set<ChargingRateUnit> rateUnits,
      @Nullable BigDecimal minCurrentA,
      @Nullable BigDecimal maxCurrentA,
      @Nullable Integer getConfigurationMaxKeys) {
    this(
        connectors,
        smartCharging,
        maxSchedulePeriods,
        maxStackLevel,
        maxProfilesInstalled,
        rateUnits,
        minCurrentA,
        maxCurrentA,
        getConfigurationMaxKeys,
        null,
        null,
        null,
        null,
        null);
  }

  public Claims {
    atLeast("connectors", connectors, 0);
    atLeast("maxSchedulePeriods", maxSchedulePeriods, 1);
    atLeast("maxStackLevel", maxStackLevel, 0);
    atLeast("maxProfilesInstalled", maxProfilesInstalled, 1);
    atLeast("getConfigurationMaxKeys", getConfigurationMaxKeys, 1);
    positive("minCurrentA", minCurrentA);
    positive("maxCurrentA", maxCurrentA);
    if (rateUnits != null && rateUnits.isEmpty()) {
      throw new InvalidField("rateUnits", "must name A, W or both");
    }
    rateUnits = rateUnits == null ? null : Set.copyOf(rateUnits);
  }

  private static void atLeast(String field, @Nullable Integer value, int least) {
    if (value != null && value < least) {
      throw new InvalidField(field, "must be " + least + " or more");
    }
  }

  private static void positive(String field, @Nullable BigDecimal value) {
    if (value != null && value.signum() <= 0) {
      throw new InvalidField(field, "must be above 0 A");
    }
  }

  /** These, and what they leave open from {@code other}. */
  public Claims over(Claims other) {
    return new Claims(
        first(connectors, other.connectors),
        first(smartCharging, other.smartCharging),
        first(maxSchedulePeriods, other.maxSchedulePeriods),
        first(maxStackLevel, other.maxStackLevel),
        first(maxProfilesInstalled, other.maxProfilesInstalled),
        first(rateUnits, other.rateUnits),
        first(minCurrentA, other.minCurrentA),
        first(maxCurrentA, other.maxCurrentA),
        first(getConfigurationMaxKeys, other.getConfigurationMaxKeys),
        first(readsBack, other.readsBack),
        first(acceptsZero, other.acceptsZero),
        first(acceptsRelative, other.acceptsRelative),
        first(acceptsTxProfile, other.acceptsTxProfile),
        first(acceptsNumberPhases, other.acceptsNumberPhases));
  }

  /**
   * These as capabilities; what nobody claims is assumed cautiously.
   *
   * @param unlearned the same without what smart charging learned
   */
  Capabilities on(@Nullable BootFacts boot, Claims unlearned) {
    var unknown = Capabilities.unknown();
    return new Capabilities(
        boot == null ? "" : boot.vendor(),
        boot == null ? "" : boot.model(),
        boot == null || boot.firmwareVersion() == null ? "" : boot.firmwareVersion(),
        or(connectors, unknown.connectors()),
        or(smartCharging, unknown.smartCharging()),
        or(maxSchedulePeriods, unknown.maxSchedulePeriods()),
        or(unlearned.maxSchedulePeriods, unknown.maxSchedulePeriods()),
        or(maxStackLevel, unknown.maxStackLevel()),
        or(maxProfilesInstalled, unknown.maxProfilesInstalled()),
        or(rateUnits, unknown.rateUnits()),
        or(minCurrentA, unknown.minCurrentA()),
        or(maxCurrentA, unknown.maxCurrentA()),
        or(readsBack, unknown.readsBack()),
        or(acceptsZero, unknown.acceptsZero()),
        or(acceptsRelative, unknown.acceptsRelative()),
        or(acceptsTxProfile, unknown.acceptsTxProfile()),
        or(acceptsNumberPhases, unknown.acceptsNumberPhases()));
  }

  private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
    return one != null ? one : other;
  }

  private static <T> T or(@Nullable T claimed, T assumed) {
    return claimed != null ? claimed : assumed;
  }
}
