package io.evenkeel.transaction.view;

import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import org.jspecify.annotations.Nullable;

/** Which connectors are wanted; null leaves open. */
public record ConnectorFilter(
    @Nullable String chargePoint,
    @Nullable ChargePointStatus status,
    @Nullable ChargePointErrorCode errorCode) {}
