package io.evenkeel.messaging;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a charge point really stands, after declaration, the table of known models, what smart
 * charging learned of it and the operator's word were put together (later ones win).
 *
 * @param vendor as in BootNotification, empty when unknown
 * @param model as in BootNotification, empty when unknown
 * @param firmwareVersion as in BootNotification, empty when unknown
 * @param connectors number of connectors, 0 when unknown
 * @param smartCharging false when the charge point said it has no SmartCharging profile
 * @param maxSchedulePeriods periods per schedule that it stands (Delta AC MAX: 10, not the 20 it
 *     advertises)
 * @param periodsWithoutLessons the same as declared, known of the model or said by an operator,
 *     without what smart charging learned: never are more tried
 * @param maxStackLevel highest stack level
 * @param maxProfilesInstalled profiles in all
 * @param rateUnits units it takes; never empty
 * @param minCurrentA below it charging pauses (IEC 61851-1: 6 A)
 * @param maxCurrentA per phase
 * @param readsBack false when its answer to GetCompositeSchedule says nothing about what it does
 * @param acceptsZero false when it refuses a limit of 0 A
 * @param acceptsRelative false when it refuses schedules of kind Relative
 * @param acceptsTxProfile false when it refuses every TxProfile
 * @param acceptsNumberPhases false when it refuses numberPhases in a period
 */
public record Capabilities(
    String vendor,
    String model,
    String firmwareVersion,
    int connectors,
    boolean smartCharging,
    int maxSchedulePeriods,
    int periodsWithoutLessons,
    int maxStackLevel,
    int maxProfilesInstalled,
    Set<ChargingRateUnit> rateUnits,
    BigDecimal minCurrentA,
    BigDecimal maxCurrentA,
    boolean readsBack,
    boolean acceptsZero,
    boolean acceptsRelative,
    boolean acceptsTxProfile,
    boolean acceptsNumberPhases) {

  public Capabilities {
    rateUnits = Set.copyOf(rateUnits);
  }

  /** Of a charge point that refuses nothing the protocol allows. */
  public Capabilities(
      String vendor,
      String model,
      String firmwareVersion,
      int connectors,
      boolean smartCharging,
      int maxSchedulePeriods,
      int maxStackLevel,
      int maxProfilesInstalled,
      Set<ChargingRateUnit> rateUnits,
      BigDecimal minCurrentA,
      BigDecimal maxCurrentA) {
    this(
        vendor,
        model,
        firmwareVersion,
        connectors,
        smartCharging,
        maxSchedulePeriods,
        maxSchedulePeriods,
        maxStackLevel,
        maxProfilesInstalled,
        rateUnits,
        minCurrentA,
        maxCurrentA,
        true,
        true,
        true,
        true,
        true);
  }

  /**
   * Reads what was written, also before there were the last five and {@code periodsWithoutLessons}.
   */
  @JsonCreator
  static Capabilities read(
      @JsonProperty("vendor") String vendor,
      @JsonProperty("model") String model,
      @JsonProperty("firmwareVersion") String firmwareVersion,
      @JsonProperty("connectors") int connectors,
      @JsonProperty("smartCharging") boolean smartCharging,
      @JsonProperty("maxSchedulePeriods") int maxSchedulePeriods,
      @JsonProperty("periodsWithoutLessons") @Nullable Integer periodsWithoutLessons,
      @JsonProperty("maxStackLevel") int maxStackLevel,
      @JsonProperty("maxProfilesInstalled") int maxProfilesInstalled,
      @JsonProperty("rateUnits") Set<ChargingRateUnit> rateUnits,
      @JsonProperty("minCurrentA") BigDecimal minCurrentA,
      @JsonProperty("maxCurrentA") BigDecimal maxCurrentA,
      @JsonProperty("readsBack") @Nullable Boolean readsBack,
      @JsonProperty("acceptsZero") @Nullable Boolean acceptsZero,
      @JsonProperty("acceptsRelative") @Nullable Boolean acceptsRelative,
      @JsonProperty("acceptsTxProfile") @Nullable Boolean acceptsTxProfile,
      @JsonProperty("acceptsNumberPhases") @Nullable Boolean acceptsNumberPhases) {
    return new Capabilities(
        vendor,
        model,
        firmwareVersion,
        connectors,
        smartCharging,
        maxSchedulePeriods,
        periodsWithoutLessons == null ? maxSchedulePeriods : periodsWithoutLessons,
        maxStackLevel,
        maxProfilesInstalled,
        rateUnits,
        minCurrentA,
        maxCurrentA,
        orTrue(readsBack),
        orTrue(acceptsZero),
        orTrue(acceptsRelative),
        orTrue(acceptsTxProfile),
        orTrue(acceptsNumberPhases));
  }

  /** Of the same charge point that stands so many periods. */
  public Capabilities maxSchedulePeriods(int most) {
    return new Capabilities(
        vendor,
        model,
        firmwareVersion,
        connectors,
        smartCharging,
        most,
        periodsWithoutLessons,
        maxStackLevel,
        maxProfilesInstalled,
        rateUnits,
        minCurrentA,
        maxCurrentA,
        readsBack,
        acceptsZero,
        acceptsRelative,
        acceptsTxProfile,
        acceptsNumberPhases);
  }

  private static boolean orTrue(@Nullable Boolean said) {
    return said == null || said;
  }

  /** What is assumed of a charge point that has not said anything yet. */
  public static Capabilities unknown() {
    return new Capabilities(
        "",
        "",
        "",
        0,
        true,
        1,
        0,
        1,
        Set.of(ChargingRateUnit.A),
        BigDecimal.valueOf(6),
        BigDecimal.valueOf(32));
  }
}
