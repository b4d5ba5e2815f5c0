package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.smartcharging.domain.composite.SetByHand;

/**
 * What must outlive this process about a charge point.
 *
 * @param capabilities what it stands, as the gateway tells
 * @param learned what steering it taught
 * @param byHand profiles of others that it may hold
 */
public record ChargePointRecord(
    String chargePoint, Capabilities capabilities, Learned learned, SetByHand byHand) {}
