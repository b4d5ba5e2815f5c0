package io.evenkeel.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.evenkeel.gateway.domain.check.InvalidField;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads request bodies strictly, and names the field that is wrong. */
final class JsonBody {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private JsonBody() {}

  /** An empty body is an empty object. */
  static <T> T read(@Nullable String body, Class<T> type) {
    try {
      return JSON.readValue(body == null || body.isBlank() ? "{}" : body, type);
    } catch (ValueInstantiationException refused) {
      throw refused.getCause() instanceof InvalidField wrong
          ? Problems.invalid("body", wrong)
          : Problems.invalid("body", path(refused), "is not acceptable");
    } catch (JsonMappingException wrong) {
      throw Problems.invalid("body", path(wrong), reason(wrong));
    } catch (JsonProcessingException notJson) {
      throw Problems.invalid("body", "", "The body is not JSON");
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
    return wrong instanceof UnrecognizedPropertyException
        ? "is not known here"
        : "has a value of the wrong kind";
  }
}
