package io.evenkeel.simulator.load;

/**
 * What the charge points of a load run answer to commands: what they are when they are asked for
 * their configuration, so that a central system learns it once and asks no more; else that they do
 * not do that.
 */
final class CommandAnswers {
  private static final String CONFIGURATION =
      "{\"configurationKey\":["
          + fixed("NumberOfConnectors", "1")
          + ","
          + fixed("GetConfigurationMaxKeys", "50")
          + ","
          + fixed("SupportedFeatureProfiles", "Core,SmartCharging")
          + ","
          + fixed("ChargingScheduleMaxPeriods", "24")
          + ","
          + fixed("ChargeProfileMaxStackLevel", "8")
          + ","
          + fixed("MaxChargingProfilesInstalled", "10")
          + ","
          + fixed("ChargingScheduleAllowedChargingRateUnit", "Current")
          + "]}";

  private CommandAnswers() {}

  /** The frame that answers a CALL. */
  static String to(String call) {
    var id = Answers.quoted(call, 0);
    return "GetConfiguration".equals(Answers.quoted(call, 1))
        ? "[3,\"" + id + "\"," + CONFIGURATION + "]"
        : "[4,\"" + id + "\",\"NotSupported\",\"\",{}]";
  }

  private static String fixed(String key, String value) {
    return "{\"key\":\"" + key + "\",\"readonly\":true,\"value\":\"" + value + "\"}";
  }
}
