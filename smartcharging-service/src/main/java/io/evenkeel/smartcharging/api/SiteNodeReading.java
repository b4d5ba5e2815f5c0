package io.evenkeel.smartcharging.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.smartcharging.document.JsonObject;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Daily;
import io.evenkeel.smartcharging.domain.site.Daily.Form;
import io.evenkeel.smartcharging.domain.site.Meter;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a node of a site. What changes in the course of the day is a list of entries {@code
 * {"from": "22:00", "a": [L1, L2, L3]}}; {@code "slot": 0} stands for all day, as in {@code
 * load-tree-instance/1}, or for midnight.
 */
final class SiteNodeReading {

  private static final int LONGEST_ID = 64;
  private static final BigDecimal LARGEST = BigDecimal.valueOf(100_000);
  private static final String THREE = "must be three numbers, amperes on L1, L2, L3";
  private static final Set<String> FIELDS =
      Set.of("id", "parent", "kind", "limits", "limitA", "baseA", "meters", "maxImbalanceA");

  private final String path;
  private final JsonObject node;
  private final List<Violation> violations;

  private SiteNodeReading(String path, JsonNode described, List<Violation> violations) {
    this.path = path;
    this.node = JsonObject.of(path, described, FIELDS, violations);
    this.violations = violations;
  }

  static Node read(String path, JsonNode described, List<Violation> violations) {
    return new SiteNodeReading(path, described, violations).node();
  }

  private Node node() {
    String kind = node.text("kind", LONGEST_ID);
    return new Node(
        node.requiredText("id", LONGEST_ID),
        node.text("parent", LONGEST_ID),
        kind == null ? (node.has("parent") ? "CIRCUIT" : "GRID") : kind,
        limit(),
        base(),
        meters(),
        node.has("maxImbalanceA")
            ? Amperes.floor(node.amperes("maxImbalanceA", BigDecimal.ZERO))
            : null);
  }

  private Daily limit() {
    JsonNode plain = node.get("limitA");
    if (plain != null) {
      if (node.has("limits")) {
        node.note("limitA", "must not be given beside limits");
      }
      return Daily.always(three(plain, node, "limitA", Rounding.LIMIT)).as(Form.AMPERES);
    }
    List<JsonNode> limits = node.list("limits");
    if (limits.isEmpty()) {
      node.note("limits", "is required: [{\"slot\": 0, \"a\": [L1, L2, L3]}]");
      return Daily.NOTHING;
    }
    return daily("limits", limits, Rounding.LIMIT);
  }

  private Daily base() {
    List<JsonNode> loads = node.list("baseA");
    if (loads.isEmpty()) {
      return Daily.NOTHING;
    }
    return loads.getFirst().isObject()
        ? daily("baseA", loads, Rounding.LOAD)
        : Daily.always(three(node.get("baseA"), node, "baseA", Rounding.LOAD)).as(Form.AMPERES);
  }

  private Daily daily(String field, List<JsonNode> described, Rounding rounding) {
    List<Daily.From> entries = new ArrayList<>();
    for (int i = 0; i < described.size(); i++) {
      JsonObject entry =
          JsonObject.of(
              path + field + "[" + i + "].",
              described.get(i),
              Set.of("slot", "from", "a"),
              violations);
      entries.add(
          new Daily.From(minute(entry, i == 0), three(entry.get("a"), entry, "a", rounding)));
    }
    return new Daily(entries, described.getFirst().has("from") ? Form.TIMES : Form.SLOT);
  }

  private static int minute(JsonObject entry, boolean first) {
    if (!entry.has("from")) {
      if (entry.whole("slot", 0) != 0) {
        entry.note("slot", "must be 0: a time of day is from, such as \"22:00\"");
      } else if (!first) {
        entry.note("from", "is required after the first entry: a time of day such as \"22:00\"");
      }
      return 0;
    }
    if (entry.has("slot")) {
      entry.note("slot", "must not be given beside from");
    }
    String from = entry.text("from", 5);
    if (from != null && from.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
      return 60 * Integer.parseInt(from.substring(0, 2)) + Integer.parseInt(from.substring(3));
    }
    entry.note("from", "must be a time of day from 00:00 to 23:59");
    return 0;
  }

  private List<Meter> meters() {
    List<Meter> meters = new ArrayList<>();
    List<JsonNode> described = node.list("meters");
    for (int i = 0; i < described.size(); i++) {
      JsonObject meter =
          JsonObject.of(
              path + "meters[" + i + "].",
              described.get(i),
              Set.of("id", "measures", "marginA", "staleAfter"),
              violations);
      meters.add(
          new Meter(
              meter.requiredText("id", LONGEST_ID),
              measures(meter),
              Amperes.ceiling(meter.amperes("marginA", Amperes.of(Meter.USUAL_MARGIN))),
              meter.duration("staleAfter", Meter.USUAL_STALE_AFTER)));
    }
    return meters;
  }

  private static Meter.Measures measures(JsonObject meter) {
    String said = meter.requiredText("measures", LONGEST_ID);
    switch (said) {
      case "total":
        return Meter.Measures.TOTAL;
      case "unmanaged":
        return Meter.Measures.UNMANAGED;
      case "":
        return Meter.Measures.TOTAL; // noted already
      default:
        meter.note("measures", "must be total or unmanaged");
        return Meter.Measures.TOTAL;
    }
  }

  /** To whole tenths in the safe direction. */
  enum Rounding {
    LIMIT,
    LOAD
  }

  /** Amperes on L1, L2, L3; a limit is not negative. */
  static PhaseLimits three(
      @Nullable JsonNode amperes, JsonObject owner, String field, Rounding rounding) {
    if (amperes == null || !amperes.isArray() || amperes.size() != 3) {
      owner.note(field, THREE);
      return PhaseLimits.even(0);
    }
    int[] values = new int[3];
    BigDecimal least = rounding == Rounding.LIMIT ? BigDecimal.ZERO : LARGEST.negate();
    for (int i = 0; i < values.length; i++) {
      JsonNode said = amperes.get(i);
      // a load may be written as in load-tree-instance/1, a list for each phase
      boolean nested = rounding == Rounding.LOAD && said.isArray() && said.size() == 1;
      JsonNode single = nested ? said.get(0) : said;
      BigDecimal value = JsonObject.number(single);
      if (value == null) {
        owner.note(field + "[" + i + "]", JsonObject.noNumber(single));
      } else if (value.compareTo(least) < 0 || value.compareTo(LARGEST) > 0) {
        owner.note(
            field + "[" + i + "]", "must be %s to %s A, not %s".formatted(least, LARGEST, value));
      } else {
        values[i] = rounding == Rounding.LIMIT ? Amperes.floor(value) : Amperes.ceiling(value);
      }
    }
    return new PhaseLimits(values[0], values[1], values[2]);
  }
}
