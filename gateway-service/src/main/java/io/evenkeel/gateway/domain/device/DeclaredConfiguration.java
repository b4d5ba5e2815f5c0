package io.evenkeel.gateway.domain.device;

import io.evenkeel.ocpp.core.GetConfiguration.KeyValue;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a charge point's claims from its configuration keys (OCPP 1.6 section 9). Tolerant: a value
 * that makes no sense counts as not told.
 */
public final class DeclaredConfiguration {

  /** The keys that say what a charge point stands. */
  public static final List<String> KEYS =
      List.of(
          "NumberOfConnectors",
          "SupportedFeatureProfiles",
          "GetConfigurationMaxKeys",
          "ChargingScheduleMaxPeriods",
          "ChargeProfileMaxStackLevel",
          "MaxChargingProfilesInstalled",
          "ChargingScheduleAllowedChargingRateUnit");

  private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private DeclaredConfiguration(List<KeyValue> keys) {
    for (var key : keys) {
      if (key.value() != null) {
        values.put(key.key(), key.value().strip());
      }
    }
  }

  public static Claims claims(List<KeyValue> keys) {
    var told = new DeclaredConfiguration(keys);
    return new Claims(
        told.whole("NumberOfConnectors", 0),
        told.smartCharging(),
        told.whole("ChargingScheduleMaxPeriods", 1),
        told.whole("ChargeProfileMaxStackLevel", 0),
        told.whole("MaxChargingProfilesInstalled", 1),
        told.units(),
        null,
        null,
        told.whole("GetConfigurationMaxKeys", 1));
  }

  private @Nullable Integer whole(String key, int least) {
    var value = values.get(key);
    if (value == null || !value.matches("\\d{1,9}")) {
      return null;
    }
    int number = Integer.parseInt(value);
    return number < least ? null : number;
  }

  private @Nullable Boolean smartCharging() {
    var profiles = values.get("SupportedFeatureProfiles");
    if (profiles == null || profiles.isEmpty()) {
      return null;
    }
    return profiles.toLowerCase(Locale.ROOT).contains("smartcharging");
  }

  private @Nullable Set<ChargingRateUnit> units() {
    var told = values.getOrDefault("ChargingScheduleAllowedChargingRateUnit", "");
    var units = EnumSet.noneOf(ChargingRateUnit.class);
    for (var unit : told.split("[,; ]+", -1)) {
      switch (unit.toLowerCase(Locale.ROOT)) {
        case "current", "a" -> units.add(ChargingRateUnit.A);
        case "power", "w" -> units.add(ChargingRateUnit.W);
        default -> {
          // told in words that mean nothing here: as if it were not told
        }
      }
    }
    return units.isEmpty() ? null : units;
  }
}
