package io.evenkeel.simulator;

import io.evenkeel.simulator.charging.Metering;
import java.util.List;

/**
 * A configuration key (OCPP 1.6 section 9).
 *
 * @param initial its value in a charge point from the factory
 */
record ConfigurationKey(String name, Access access, Kind kind, String initial) {
  enum Access {
    ReadOnly,
    ReadWrite,
    /** Takes effect at the next reboot. */
    ReadWriteReboot,
    /** Can be set and is never shown. */
    WriteOnly
  }

  enum Kind {
    Whole,
    YesNo,
    Measurands,
    Text
  }

  boolean accepts(String value) {
    return switch (kind) {
      case Whole -> value.matches("\\d{1,9}");
      case YesNo -> "true".equalsIgnoreCase(value) || "false".equalsIgnoreCase(value);
      case Measurands -> Metering.readable(value);
      case Text -> true;
    };
  }

  private static ConfigurationKey fixed(String name, String value) {
    return new ConfigurationKey(name, Access.ReadOnly, Kind.Text, value);
  }

  private static ConfigurationKey whole(String name, String value) {
    return new ConfigurationKey(name, Access.ReadWrite, Kind.Whole, value);
  }

  private static ConfigurationKey yesNo(String name, String value) {
    return new ConfigurationKey(name, Access.ReadWrite, Kind.YesNo, value);
  }

  private static ConfigurationKey measurands(String name, String value) {
    return new ConfigurationKey(name, Access.ReadWrite, Kind.Measurands, value);
  }

  private static ConfigurationKey text(String name, String value) {
    return new ConfigurationKey(name, Access.ReadWrite, Kind.Text, value);
  }

  static final List<ConfigurationKey> FACTORY =
      List.of(
          yesNo("AllowOfflineTxForUnknownId", "false"),
          yesNo("AuthorizationCacheEnabled", "false"),
          yesNo("AuthorizeRemoteTxRequests", "false"),
          whole("ClockAlignedDataInterval", "0"),
          whole("ConnectionTimeOut", "60"),
          text("ConnectorPhaseRotation", "0.RST,1.RST"),
          fixed("GetConfigurationMaxKeys", "50"),
          whole("HeartbeatInterval", "300"),
          yesNo("LocalAuthorizeOffline", "true"),
          yesNo("LocalPreAuthorize", "false"),
          measurands("MeterValuesAlignedData", ""),
          measurands(
              "MeterValuesSampledData",
              "Energy.Active.Import.Register,Power.Active.Import,Current.Import,Voltage"),
          whole("MeterValueSampleInterval", "60"),
          whole("MinimumStatusDuration", "0"),
          whole("ResetRetries", "1"),
          yesNo("StopTransactionOnEVSideDisconnect", "true"),
          yesNo("StopTransactionOnInvalidId", "true"),
          measurands("StopTxnAlignedData", ""),
          measurands("StopTxnSampledData", ""),
          fixed(
              "SupportedFeatureProfiles",
              "Core,FirmwareManagement,LocalAuthListManagement,Reservation,SmartCharging,RemoteTrigger"),
          whole("TransactionMessageAttempts", "3"),
          whole("TransactionMessageRetryInterval", "10"),
          yesNo("UnlockConnectorOnEVSideDisconnect", "true"),
          new ConfigurationKey("WebSocketPingInterval", Access.ReadWriteReboot, Kind.Whole, "0"),
          yesNo("LocalAuthListEnabled", "true"),
          fixed("LocalAuthListMaxLength", "1000"),
          fixed("SendLocalListMaxLength", "100"),
          fixed("ReserveConnectorZeroSupported", "false"),
          fixed("ChargeProfileMaxStackLevel", "8"),
          fixed("ChargingScheduleAllowedChargingRateUnit", "Current,Power"),
          fixed("ConnectorSwitch3to1PhaseSupported", "false"),
          fixed("MaxChargingProfilesInstalled", "10"),
          new ConfigurationKey("AuthorizationKey", Access.WriteOnly, Kind.Text, ""),
          text("CpoName", ""),
          fixed("SecurityProfile", "1"),
          fixed("CertificateStoreMaxLength", "10"));
}
