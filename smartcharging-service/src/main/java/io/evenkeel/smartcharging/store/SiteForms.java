package io.evenkeel.smartcharging.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Sites that were stored in an earlier form: without terms, with one limit per node; without a word
 * on how limits and loads were written.
 */
final class SiteForms {
  private SiteForms() {}

  /** As it is stored now; changes what it is given. */
  static JsonNode present(JsonNode site) {
    if (site instanceof ObjectNode object && !object.has("terms")) {
      ObjectNode terms = object.putObject("terms");
      terms.put("timeZone", "Z").put("feedInPerKwh", 0).put("demandChargePerKw", 0);
      terms.put("defaultStay", "PT8H").put("defaultEnergyWh", 20_000);
      terms.put("horizon", "PT24H").put("slot", "PT15M");
      object.path("nodes").forEach(SiteForms::presentNode);
      object.path("connectors").forEach(SiteForms::presentConnector);
    }
    for (JsonNode node : site.path("nodes")) {
      form(node.path("limit"));
      form(node.path("base"));
    }
    return site;
  }

  private static void form(JsonNode daily) {
    if (daily instanceof ObjectNode object && !object.has("form")) {
      object.put("form", object.path("entries").size() == 1 ? "SLOT" : "TIMES");
    }
  }

  private static void presentNode(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("limits")) {
      JsonNode limits = object.remove("limits");
      always(object.putObject("limit")).set("amperes", limits);
      always(object.putObject("base")).putObject("amperes").put("l1", 0).put("l2", 0).put("l3", 0);
      object.putArray("meters");
    }
  }

  private static ObjectNode always(ObjectNode daily) {
    ArrayNode entries = daily.putArray("entries");
    return entries.addObject().put("minute", 0);
  }

  private static void presentConnector(JsonNode connector) {
    if (connector instanceof ObjectNode object) {
      ObjectNode terms = object.putObject("terms");
      terms.put("weight", 1).put("group", 0).put("servePriority", 1).put("guaranteedWh", 0);
    }
  }
}
