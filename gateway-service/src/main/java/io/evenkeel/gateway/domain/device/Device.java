package io.evenkeel.gateway.domain.device;

import io.evenkeel.messaging.Capabilities;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the registry knows of a charge point.
 *
 * @param id the charge point's identity as in its URL; compared exactly
 * @param registration how its BootNotification is answered
 * @param passwordHash null when it needs no password
 * @param boot its last BootNotification, null before the first
 * @param acceptedAt when a BootNotification of it was first answered Accepted, null when never
 * @param declared what it said of itself in GetConfiguration
 * @param declaredFirmware its firmware when it said so; null when it has not been asked yet
 * @param learned what smart charging learned of it
 * @param operator the operator's word
 */
public record Device(
    String id,
    Registration registration,
    @Nullable String passwordHash,
    @Nullable BootFacts boot,
    @Nullable Instant acceptedAt,
    Claims declared,
    @Nullable String declaredFirmware,
    Lessons learned,
    Claims operator) {

  /** One that is not in the registry; it is written there when it boots. */
  public static Device stranger(String id, Registration registration) {
    return new Device(
        id, registration, null, null, null, Claims.NONE, null, Lessons.NONE, Claims.NONE);
  }

  /**
   * All claims together: the operator's word over what was learned over the known model's over its
   * own.
   */
  public Claims claims(KnownModels models) {
    return operator.over(learned.claims()).over(models.claimsFor(boot)).over(declared);
  }

  /** With these lessons instead. */
  public Device learned(Lessons lessons) {
    return new Device(
        id,
        registration,
        passwordHash,
        boot,
        acceptedAt,
        declared,
        declaredFirmware,
        lessons,
        operator);
  }

  /** With this word of the operator instead. */
  public Device operator(Claims word) {
    return new Device(
        id,
        registration,
        passwordHash,
        boot,
        acceptedAt,
        declared,
        declaredFirmware,
        learned,
        word);
  }

  /** What it really stands. */
  public Capabilities capabilities(KnownModels models) {
    return claims(models).on(boot, learned(Lessons.NONE).claims(models));
  }

  /** It has not been asked what it stands, or its firmware has changed since. */
  public boolean capabilitiesUnknown() {
    return declaredFirmware == null || !declaredFirmware.equals(firmware());
  }

  /** Its firmware version, empty when it does not tell. */
  public String firmware() {
    return boot == null || boot.firmwareVersion() == null ? "" : boot.firmwareVersion();
  }

  /** Without the password's hash. */
  @Override
  public String toString() {
    return "Device[id=" + id + ", registration=" + registration + "]";
  }
}
