package io.evenkeel.gateway.api;

import io.evenkeel.gateway.domain.device.Claims;
import io.evenkeel.gateway.domain.device.Device;
import io.evenkeel.gateway.domain.device.KnownModels;
import io.evenkeel.messaging.Capabilities;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a charge point stands, and who says so; later ones win.
 *
 * @param declared by the charge point itself
 * @param model by the table of known models
 * @param learned by smart charging, from what the charge point did
 * @param because what each of these was learned from
 * @param operator by an operator
 * @param effective what is worked with
 */
public record CapabilitiesView(
    Claims declared,
    Claims model,
    Claims learned,
    SortedMap<String, Because> because,
    Claims operator,
    Capabilities effective) {

  /** What a capability was learned from, and when. */
  record Because(String because, Instant at) {}

  static CapabilitiesView of(Device device, KnownModels models) {
    var because = new TreeMap<String, Because>();
    device
        .learned()
        .holding()
        .forEach((field, lesson) -> because.put(field, new Because(lesson.because(), lesson.at())));
    return new CapabilitiesView(
        device.declared(),
        models.claimsFor(device.boot()),
        device.learned().claims(),
        because,
        device.operator(),
        device.capabilities(models));
  }
}
