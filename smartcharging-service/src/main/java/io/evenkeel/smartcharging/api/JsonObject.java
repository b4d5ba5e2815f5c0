package io.evenkeel.smartcharging.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.smartcharging.domain.site.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a caller, read field by field: what is missing, unknown or of a wrong type is
 * noted with its path.
 */
final class JsonObject {

  private final String path;
  private final JsonNode object;
  private final List<Violation> violations;

  private JsonObject(String path, JsonNode object, List<Violation> violations) {
    this.path = path;
    this.object = object;
    this.violations = violations;
  }

  /**
   * @param path where it stands, empty for the whole body; else it ends with a dot
   * @param known all fields there are; a misspelt one is an error and not ignored
   */
  static JsonObject of(String path, JsonNode node, Set<String> known, List<Violation> violations) {
    if (!node.isObject()) {
      violations.add(
          new Violation(
              path.isEmpty() ? "body" : path.substring(0, path.length() - 1), "must be an object"));
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                violations.add(
                    new Violation(
                        path + name,
                        "is unknown; there are "
                            + String.join(", ", known.stream().sorted().toList())));
              }
            });
    return new JsonObject(path, node, violations);
  }

  boolean has(String field) {
    return object.hasNonNull(field);
  }

  /** Null when absent. */
  @Nullable String text(String field, int longest) {
    if (!has(field)) {
      return null;
    }
    JsonNode value = object.get(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      note(field, "must be a text");
    } else if (value.textValue().length() > longest) {
      note(field, "must have " + longest + " characters at most");
    } else if (value.textValue().indexOf('\0') >= 0) {
      note(field, "must not contain NUL");
    } else {
      return value.textValue();
    }
    return null;
  }

  /** Empty, and noted, when absent. */
  String requiredText(String field, int longest) {
    if (!has(field)) {
      note(field, "is required");
      return "";
    }
    String text = text(field, longest);
    return text == null ? "" : text;
  }

  int whole(String field, int absent) {
    if (!has(field)) {
      return absent;
    }
    JsonNode value = object.get(field);
    if (value.isIntegralNumber() && value.canConvertToInt()) {
      return value.intValue();
    }
    note(field, "must be a whole number");
    return absent;
  }

  BigDecimal number(String field, BigDecimal absent) {
    if (!has(field)) {
      return absent;
    }
    BigDecimal number = number(object.get(field));
    if (number == null) {
      note(field, "must be a number");
      return absent;
    }
    return number;
  }

  /** Empty when absent. */
  List<JsonNode> list(String field) {
    List<JsonNode> elements = new ArrayList<>();
    if (has(field)) {
      JsonNode value = object.get(field);
      if (!value.isArray()) {
        note(field, "must be a list");
      }
      value.forEach(elements::add);
    }
    return elements;
  }

  @Nullable JsonNode get(String field) {
    return has(field) ? object.get(field) : null;
  }

  /** Null when it is none, or beyond all reason. */
  static @Nullable BigDecimal number(JsonNode value) {
    if (!value.isNumber()) {
      return null;
    }
    BigDecimal number = value.decimalValue();
    return number.precision() - number.scale() > 9 || number.scale() > 9 ? null : number;
  }

  void note(String field, String message) {
    violations.add(new Violation(path + field, message));
  }
}
