package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.Capabilities;

/** What must outlive this process about a charge point. */
public record ChargePointRecord(String chargePoint, Capabilities capabilities) {}
