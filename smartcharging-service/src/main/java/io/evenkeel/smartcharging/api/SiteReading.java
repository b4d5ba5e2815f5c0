package io.evenkeel.smartcharging.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.smartcharging.document.JsonObject;
import io.evenkeel.smartcharging.document.JsonText;
import io.evenkeel.smartcharging.document.Wiring;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteRules;
import io.evenkeel.smartcharging.domain.site.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a site as a caller describes it. A node's limit is the list {@code limits} of {@code
 * load-tree-instance/1}, or, shorter, {@code "limitA": [100, 100, 100]}.
 */
final class SiteReading {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Set<String> RESERVED = Set.of("dead-letters");
  private static final int LONGEST_ID = 64;
  private static final int LONGEST_CHARGE_POINT = 255;
  private static final int USUAL_VOLTAGE = 230;
  private static final BigDecimal USUAL_MAXIMUM = BigDecimal.valueOf(32);

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
    SiteDefinition site = reading.site(id, parse(body));
    if (reading.violations.isEmpty()) {
      reading.violations.addAll(SiteRules.check(site));
    }
    if (!reading.violations.isEmpty()) {
      throw Problems.badRequest("body", reading.violations);
    }
    return site;
  }

  private static JsonNode parse(@Nullable String body) {
    try {
      return JsonText.parse(body == null ? "" : body);
    } catch (JsonProcessingException unreadable) {
      throw Problems.badRequest("body", "body", "is no JSON: " + unreadable.getOriginalMessage());
    }
  }

  private SiteDefinition site(String id, JsonNode body) {
    // what GET answers can be PUT again
    JsonObject site =
        JsonObject.of(
            "", body, Set.of("id", "voltage", "nodes", "connectors", "status"), violations);
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
      nodes.add(node("nodes[" + i + "].", described.get(i)));
    }
    List<Connector> connectors = new ArrayList<>();
    List<JsonNode> placed = site.list("connectors");
    for (int i = 0; i < placed.size(); i++) {
      connectors.add(connector("connectors[" + i + "].", placed.get(i)));
    }
    return new SiteDefinition(id, voltage, nodes, connectors);
  }

  private Node node(String path, JsonNode described) {
    JsonObject node =
        JsonObject.of(
            path, described, Set.of("id", "parent", "kind", "limits", "limitA"), violations);
    String kind = node.text("kind", LONGEST_ID);
    return new Node(
        node.requiredText("id", LONGEST_ID),
        node.text("parent", LONGEST_ID),
        kind == null ? (node.has("parent") ? "CIRCUIT" : "GRID") : kind,
        limits(path, node));
  }

  private PhaseLimits limits(String path, JsonObject node) {
    JsonNode plain = node.get("limitA");
    if (plain != null) {
      if (node.has("limits")) {
        node.note("limitA", "must not be given beside limits");
      }
      return Wiring.limits(plain, node, "limitA");
    }
    List<JsonNode> limits = node.list("limits");
    if (limits.isEmpty()) {
      node.note("limits", "is required: [{\"slot\": 0, \"a\": [L1, L2, L3]}]");
      return PhaseLimits.even(0);
    }
    if (limits.size() > 1) {
      node.note("limits", "must have one entry: limits that change over time are not there yet");
    }
    JsonObject first =
        JsonObject.of(path + "limits[0].", limits.getFirst(), Set.of("slot", "a"), violations);
    if (first.whole("slot", 0) != 0) {
      first.note("slot", "must be 0 in the first entry");
    }
    JsonNode amperes = first.get("a");
    if (amperes == null) {
      first.note("a", Wiring.THREE_LIMITS);
      return PhaseLimits.even(0);
    }
    return Wiring.limits(amperes, first, "a");
  }

  private Connector connector(String path, JsonNode described) {
    JsonObject connector =
        JsonObject.of(
            path,
            described,
            Set.of("id", "chargePoint", "connectorId", "node", "rotation", "phases", "maxA"),
            violations);
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
        Amperes.ceiling(connector.amperes("maxA", USUAL_MAXIMUM)));
  }
}
