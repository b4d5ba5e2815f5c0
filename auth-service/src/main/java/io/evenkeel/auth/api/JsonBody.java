package io.evenkeel.auth.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.auth.domain.Violations;
import io.evenkeel.messaging.api.JsonComplaint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as a caller sent it, read field by field: what is of the wrong type or unknown is
 * noted with the field's name. Null stands for absent.
 */
final class JsonBody {

  private final JsonNode object;
  private final Violations violations;

  private JsonBody(JsonNode object, Violations violations) {
    this.object = object;
    this.violations = violations;
  }

  /**
   * @param known all fields there are; a misspelt one is an error and not ignored
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when {@code text} is no JSON object
   */
  static JsonBody read(
      ObjectMapper json, @Nullable String text, Set<String> known, Violations violations) {
    JsonNode object = parse(json, text == null ? "" : text);
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                violations.add(
                    name,
                    "is unknown; there are " + String.join(", ", known.stream().sorted().toList()));
              }
            });
    return new JsonBody(object, violations);
  }

  private static JsonNode parse(ObjectMapper json, String text) {
    try {
      JsonNode node =
          json.reader()
              .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .readTree(text);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException unreadable) {
      throw Problems.badRequest("body", "body", "is no JSON: " + JsonComplaint.of(unreadable));
    }
    throw Problems.badRequest("body", "body", "must be a JSON object");
  }

  boolean has(String field) {
    return object.hasNonNull(field);
  }

  @Nullable String text(String field) {
    return has(field) ? textOf(field, object.get(field)) : null;
  }

  /** Empty, and noted, when it is absent. */
  String requiredText(String field) {
    if (!has(field)) {
      violations.add(field, "is required");
      return "";
    }
    String text = textOf(field, object.get(field));
    return text == null ? "" : text;
  }

  /** A number's text, for the domain to judge. */
  @Nullable String number(String field) {
    if (!has(field)) {
      return null;
    }
    JsonNode value = object.get(field);
    if (value.isNumber()) {
      return value.asText();
    }
    violations.add(field, "must be a number");
    return null;
  }

  boolean flag(String field, boolean absent) {
    if (!has(field)) {
      return absent;
    }
    JsonNode value = object.get(field);
    if (!value.isBoolean()) {
      violations.add(field, "must be true or false");
    }
    return value.asBoolean();
  }

  /** Empty when absent. */
  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    if (!has(field)) {
      return texts;
    }
    JsonNode value = object.get(field);
    if (!value.isArray()) {
      violations.add(field, "must be a list");
    }
    for (JsonNode each : value) {
      String text = textOf(field, each);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  private @Nullable String textOf(String field, JsonNode value) {
    if (value.isTextual()) {
      return value.textValue();
    }
    violations.add(field, "must be a text");
    return null;
  }
}
