package io.evenkeel.gateway.api;

import io.evenkeel.gateway.domain.device.Claims;
import io.evenkeel.messaging.Capabilities;

/**
 * What a charge point stands, and who says so; later ones win.
 *
 * @param declared by the charge point itself
 * @param model by the table of known models
 * @param operator by an operator
 * @param effective what is worked with
 */
public record CapabilitiesView(
    Claims declared, Claims model, Claims operator, Capabilities effective) {}
