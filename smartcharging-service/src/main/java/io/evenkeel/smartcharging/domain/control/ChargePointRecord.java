package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.Capabilities;

/**
 * What must outlive this process about a charge point.
 *
 * @param capabilities what it stands, as the gateway tells
 * @param learned what steering it taught
 */
public record ChargePointRecord(String chargePoint, Capabilities capabilities, Learned learned) {}
