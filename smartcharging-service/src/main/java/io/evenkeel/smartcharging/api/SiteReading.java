package io.evenkeel.smartcharging.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.smartcharging.document.JsonObject;
import io.evenkeel.smartcharging.document.Wiring;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.ConnectorTerms;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteRules;
import io.evenkeel.smartcharging.domain.site.SiteTerms;
import io.evenkeel.smartcharging.domain.site.Violation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a site as a caller describes it. */
final class SiteReading {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Set<String> RESERVED = Set.of("dead-letters");
  private static final int LONGEST_ID = 64;
  private static final int LONGEST_CHARGE_POINT = 255;
  private static final int USUAL_VOLTAGE = 230;
  private static final BigDecimal USUAL_MAXIMUM = BigDecimal.valueOf(32);
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "voltage",
          "timeZone",
          "feedIn",
          "demandChargePerKw",
          "defaultStay",
          "defaultEnergyWh",
          "horizon",
          "slot",
          "nodes",
          "connectors",
          "status");
  private static final Set<String> CONNECTOR_FIELDS =
      Set.of(
          "id",
          "chargePoint",
          "connectorId",
          "node",
          "rotation",
          "phases",
          "maxA",
          "weight",
          "group",
          "servePriority",
          "guaranteedWh");

  private final List<Violation> violations = new ArrayList<>();

  private SiteReading() {}

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names all that is wrong
   */
  static SiteDefinition read(String id, @Nullable String body) {
    SiteReading reading = new SiteReading();
    if (!ID.matcher(id).matches() || RESERVED.contains(id)) {
      throw Problems.badRequest(
          "path", "id", "must be 1 to 64 letters, digits, dots, hyphens, underscores, not " + id);
    }
    SiteDefinition site = reading.site(id, Body.json(body));
    if (reading.violations.isEmpty()) {
      reading.violations.addAll(SiteRules.check(site));
    }
    if (!reading.violations.isEmpty()) {
      throw Problems.badRequest("body", reading.violations);
    }
    return site;
  }

  private SiteDefinition site(String id, JsonNode body) {
    // what GET answers can be PUT again
    JsonObject site = JsonObject.of("", body, FIELDS, violations);
    String said = site.text("id", LONGEST_ID);
    if (said != null && !said.equals(id)) {
      site.note("id", "must be the one in the address, " + id);
    }
    int voltage = site.whole("voltage", USUAL_VOLTAGE);
    if (voltage < 100 || voltage > 400) {
      site.note("voltage", "must be 100 to 400 V, between a phase and neutral");
    }
    List<Node> nodes = new ArrayList<>();
    List<JsonNode> described = site.list("nodes");
    for (int i = 0; i < described.size(); i++) {
      nodes.add(SiteNodeReading.read("nodes[" + i + "].", described.get(i), violations));
    }
    List<Connector> connectors = new ArrayList<>();
    List<JsonNode> placed = site.list("connectors");
    for (int i = 0; i < placed.size(); i++) {
      connectors.add(connector("connectors[" + i + "].", placed.get(i)));
    }
    return new SiteDefinition(id, voltage, siteTerms(site), nodes, connectors);
  }

  private Connector connector(String path, JsonNode described) {
    JsonObject connector = JsonObject.of(path, described, CONNECTOR_FIELDS, violations);
    if (!connector.has("connectorId")) {
      connector.note("connectorId", "is required");
    }
    ConnectorKey key =
        new ConnectorKey(
            connector.requiredText("chargePoint", LONGEST_CHARGE_POINT),
            connector.whole("connectorId", 1));
    String id = connector.text("id", LONGEST_CHARGE_POINT);
    return new Connector(
        id == null ? key.toString() : id,
        key,
        connector.requiredText("node", LONGEST_ID),
        Wiring.rotation(connector, "rotation"),
        connector.whole("phases", 3),
        Amperes.ceiling(connector.amperes("maxA", USUAL_MAXIMUM)),
        connectorTerms(connector));
  }

  private static ConnectorTerms connectorTerms(JsonObject connector) {
    return new ConnectorTerms(
        connector.number("weight", BigDecimal.ONE).doubleValue(),
        connector.whole("group", 0),
        connector.number("servePriority", BigDecimal.ONE).doubleValue(),
        connector.whole("guaranteedWh", 0));
  }

  private static SiteTerms siteTerms(JsonObject site) {
    SiteTerms usual = SiteTerms.USUAL;
    return new SiteTerms(
        zone(site),
        site.number("feedIn", BigDecimal.ZERO).doubleValue(),
        site.number("demandChargePerKw", BigDecimal.ZERO).doubleValue(),
        site.duration("defaultStay", usual.defaultStay()),
        site.whole("defaultEnergyWh", Math.toIntExact(usual.defaultEnergyWh())),
        site.duration("horizon", usual.horizon()),
        site.duration("slot", usual.slot()));
  }

  private static ZoneId zone(JsonObject site) {
    String said = site.text("timeZone", LONGEST_ID);
    if (said == null) {
      return SiteTerms.USUAL.timeZone();
    }
    try {
      return ZoneId.of(said);
    } catch (DateTimeException unknown) {
      site.note("timeZone", "must be a time zone such as Europe/Berlin, not " + said);
      return SiteTerms.USUAL.timeZone();
    }
  }
}
