package io.evenkeel.gateway.domain.device;

import io.evenkeel.ocpp.core.BootNotification;
import org.jspecify.annotations.Nullable;

/** What a charge point says of itself in BootNotification (OCPP 1.6 section 4.2). */
public record BootFacts(
    String vendor,
    String model,
    @Nullable String chargePointSerialNumber,
    @Nullable String chargeBoxSerialNumber,
    @Nullable String firmwareVersion,
    @Nullable String iccid,
    @Nullable String imsi,
    @Nullable String meterType,
    @Nullable String meterSerialNumber) {

  public static BootFacts of(BootNotification.Request boot) {
    return new BootFacts(
        boot.chargePointVendor(),
        boot.chargePointModel(),
        boot.chargePointSerialNumber(),
        boot.chargeBoxSerialNumber(),
        boot.firmwareVersion(),
        boot.iccid(),
        boot.imsi(),
        boot.meterType(),
        boot.meterSerialNumber());
  }
}
