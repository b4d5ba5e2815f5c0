package io.evenkeel.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The central system's view of the demo site, as far as the demo shows it ({@code GET
 * /api/sites/{id}/status}).
 *
 * @param shares by charge point; none for one without a transaction that takes part
 * @param limitA what the site's root carries on each phase, when it is told
 * @param mayBeDrawnA what may be drawn there at most, with all that chargers may still hold
 * @param message what is not as it should be, or null
 */
record SiteStatus(
    Map<String, Share> shares,
    double @Nullable [] limitA,
    double @Nullable [] mayBeDrawnA,
    @Nullable String message) {

  /**
   * What a connector is allotted.
   *
   * @param desiredA per phase
   * @param why in a few words
   */
  record Share(double desiredA, String why) {}

  static final SiteStatus UNKNOWN = new SiteStatus(Map.of(), null, null, null);

  static SiteStatus of(JsonNode body) {
    var shares = new HashMap<String, Share>();
    for (var connector : body.path("connectors")) {
      var desired = connector.path("desired").path("limitA");
      if (desired.isNumber()) {
        shares.put(
            connector.path("chargePoint").asText(),
            new Share(desired.asDouble(), why(connector.path("why"))));
      }
    }
    var message = body.path("message").asText(null);
    for (var node : body.path("nodes")) {
      if (!node.hasNonNull("parent")) {
        return new SiteStatus(
            shares, phases(node.path("limitA")), phases(node.path("mayBeDrawnA")), message);
      }
    }
    return new SiteStatus(shares, null, null, message);
  }

  private static String why(JsonNode why) {
    var place = why.path("node").asText() + " " + why.path("phase").asText();
    return switch (why.path("reason").asText()) {
      case "NODE_FULL" -> "shares " + place;
      case "WAITING" -> "waits for " + place;
      case "CONNECTOR_MAXIMUM" -> "all it can take";
      case String other -> other.toLowerCase(Locale.ROOT);
    };
  }

  private static double @Nullable [] phases(JsonNode values) {
    return values.size() == 3
        ? new double[] {
          values.get(0).asDouble(), values.get(1).asDouble(), values.get(2).asDouble()
        }
        : null;
  }
}
