package io.evenkeel.transaction.view;

import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connector once reported.
 *
 * @param reportedAt the charge point's own time, or that of the receipt when it gave none
 * @param late came after a younger report, so it never was the current state
 * @param anomaly a transition that OCPP does not allow
 * @param previousStatus the current state when it came
 */
public record StatusView(
    ChargePointStatus status,
    ChargePointErrorCode errorCode,
    @Nullable String info,
    @Nullable String vendorId,
    @Nullable String vendorErrorCode,
    Instant reportedAt,
    Instant receivedAt,
    boolean late,
    boolean anomaly,
    @Nullable ChargePointStatus previousStatus,
    @Nullable List<String> remarks,
    @Nullable String raw) {}
