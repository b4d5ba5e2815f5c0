package io.evenkeel.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The central system's view of the demo site, as far as the demo shows it.
 *
 * @param allottedA what each charge point is allotted, in ampere per phase
 * @param why per charge point, in the central system's words
 * @param limitA the root's limit per phase, when it is told
 * @param worstA what may be drawn at most on each phase, when it is told
 */
record SiteStatus(
    Map<String, Double> allottedA,
    Map<String, String> why,
    double @Nullable [] limitA,
    double @Nullable [] worstA) {

  static final SiteStatus UNKNOWN = new SiteStatus(Map.of(), Map.of(), null, null);

  static SiteStatus of(JsonNode body) {
    var allotted = new HashMap<String, Double>();
    var why = new HashMap<String, String>();
    for (var connector : body.path("connectors")) {
      var chargePoint = connector.path("chargePoint").asText();
      var desired = amount(connector, "desired", "desiredA");
      if (desired != null) {
        allotted.put(chargePoint, desired);
      }
      if (connector.path("why").isTextual()) {
        why.put(chargePoint, connector.path("why").asText());
      }
    }
    for (var node : body.path("nodes")) {
      if (!node.hasNonNull("parent")) {
        return new SiteStatus(
            allotted, why, phases(node, "limitA", "limit"), phases(node, "worstCaseA", "mayDrawA"));
      }
    }
    return new SiteStatus(allotted, why, null, null);
  }

  private static @Nullable Double amount(JsonNode node, String... names) {
    for (var name : names) {
      var value = node.path(name);
      if (value.isNumber()) {
        return value.asDouble();
      }
      if (value.path("limitA").isNumber()) {
        return value.path("limitA").asDouble();
      }
    }
    return null;
  }

  private static double @Nullable [] phases(JsonNode node, String... names) {
    for (var name : names) {
      var values = node.path(name);
      if (values.isArray() && values.size() == 3) {
        return new double[] {
          values.get(0).asDouble(), values.get(1).asDouble(), values.get(2).asDouble()
        };
      }
    }
    return null;
  }
}
