package io.evenkeel.ocpp;

import io.evenkeel.ocpp.shape.Wire;

/**
 * The feature profiles (OCPP 1.6 section 3.4), spelled as in the configuration key {@code
 * SupportedFeatureProfiles}, and the security extension, which is none of them.
 */
public enum Profile implements Wire {
  Core,
  FirmwareManagement,
  LocalAuthListManagement,
  Reservation,
  SmartCharging,
  RemoteTrigger,
  /** OCPP 1.6 security whitepaper, edition 3. */
  Security
}
