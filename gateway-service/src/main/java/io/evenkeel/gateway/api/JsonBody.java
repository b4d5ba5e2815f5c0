package io.evenkeel.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.evenkeel.gateway.domain.check.InvalidField;
import io.evenkeel.messaging.api.JsonComplaint;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads request bodies strictly, and names the field that is wrong. */
final class JsonBody {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .withCoercionConfigDefaults(
              config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private static final String OUT_OF_RANGE =
      "must be a whole number from -2147483648 to 2147483647";

  private JsonBody() {}

  /** Whoever means nothing says so: {@code {}}. */
  static <T> T required(@Nullable String body, Class<T> type) {
    if (body == null || body.isBlank()) {
      throw Problems.invalid("body", "body", "is required: {} for nothing");
    }
    return read(body, type);
  }

  /** An empty body is an empty object. */
  static <T> T read(@Nullable String body, Class<T> type) {
    try {
      T read = JSON.readValue(body == null || body.isBlank() ? "{}" : body, type);
      if (read == null) {
        throw Problems.invalid("body", "body", "must be an object");
      }
      return read;
    } catch (ValueInstantiationException refused) {
      throw refused.getCause() instanceof InvalidField wrong
          ? Problems.invalid("body", wrong)
          : Problems.invalid("body", "body", "has a null where there must be something");
    } catch (JsonMappingException wrong) {
      String path = path(wrong);
      throw Problems.invalid("body", path.isEmpty() ? "body" : path, reason(wrong));
    } catch (JsonProcessingException notJson) {
      throw Problems.invalid("body", "body", "is no JSON: " + JsonComplaint.of(notJson));
    }
  }

  private static String path(JsonMappingException wrong) {
    return wrong.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  private static String reason(JsonMappingException wrong) {
    if (wrong instanceof UnrecognizedPropertyException unknown) {
      return "is unknown; there are "
          + unknown.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .sorted()
              .collect(Collectors.joining(", "));
    }
    if (wrong.getPath().isEmpty()) {
      return String.valueOf(wrong.getOriginalMessage()).startsWith("Trailing token")
          ? "is no JSON: something stands behind its end"
          : "must be an object";
    }
    return wrong instanceof MismatchedInputException other
        ? kind(other.getTargetType())
        : OUT_OF_RANGE;
  }

  private static String kind(@Nullable Class<?> wanted) {
    if (wanted == null) {
      return "has a value of the wrong kind";
    }
    if (wanted.isEnum()) {
      return "must be one of "
          + Arrays.stream(wanted.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    return switch (wanted.getSimpleName()) {
      case "String" -> "must be a text";
      case "Boolean", "boolean" -> "must be true or false";
      case "Integer", "int", "Long", "long" -> "must be a whole number";
      case "BigDecimal", "Double", "double" -> "must be a number";
      case "List", "Set", "ArrayList", "HashSet", "Collection" -> "must be a list";
      default -> "must be an object";
    };
  }
}
