package io.evenkeel.smartcharging.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadNode.LimitFrom;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a node of a problem: its limits over time, its load, its largest imbalance. */
final class NodeReading {

  private static final int LONGEST_ID = 255;
  private static final Set<String> FIELDS =
      Set.of("id", "parent", "kind", "limits", "baseA", "maxImbalanceA");

  private NodeReading() {}

  static LoadNode read(String path, JsonNode described, List<Violation> violations) {
    JsonObject node = JsonObject.of(path, described, FIELDS, violations);
    String kind = node.text("kind", LONGEST_ID);
    return new LoadNode(
        node.requiredText("id", LONGEST_ID),
        node.text("parent", LONGEST_ID),
        kind == null ? (node.has("parent") ? "CIRCUIT" : "GRID") : kind,
        limits(node, violations),
        base(node),
        node.has("maxImbalanceA")
            ? Amperes.floor(node.amperes("maxImbalanceA", BigDecimal.ZERO))
            : null);
  }

  private static List<LimitFrom> limits(JsonObject node, List<Violation> violations) {
    List<LimitFrom> limits = new ArrayList<>();
    node.each(
        "limits",
        (path, entry) -> {
          JsonObject from = JsonObject.of(path, entry, Set.of("slot", "a"), violations);
          JsonNode amperes = from.get("a");
          if (amperes == null) {
            from.note("a", Wiring.THREE_LIMITS);
            return;
          }
          PhaseLimits three = Wiring.limits(amperes, from, "a");
          limits.add(new LimitFrom(from.requiredWhole("slot"), three.l1(), three.l2(), three.l3()));
        });
    if (!node.has("limits")) {
      node.note("limits", "is required: [{\"slot\": 0, \"a\": [L1, L2, L3]}]");
    }
    return limits;
  }

  private static List<double[]> base(JsonObject node) {
    List<double[]> base = new ArrayList<>();
    node.each("baseA", (path, phase) -> base.add(node.numbers(path, phase)));
    return base;
  }
}
