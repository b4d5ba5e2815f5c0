package io.evenkeel.smartcharging.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.evenkeel.messaging.api.JsonComplaint;

/** JSON as text: numbers keep their decimals, a field given twice is an error. */
public final class JsonText {

  private static final JsonMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private JsonText() {}

  /**
   * The document; a missing node for an empty text.
   *
   * @throws JsonProcessingException when it is no JSON
   */
  public static JsonNode parse(String text) throws JsonProcessingException {
    try {
      JsonNode node = EXACT.readTree(text);
      return node == null ? MissingNode.getInstance() : node;
    } catch (NumberFormatException beyondReason) { // an exponent of eleven digits
      throw new StreamConstraintsException("A number is out of all range");
    }
  }

  /** What is wrong with a text that is no JSON, and where. */
  public static String complaint(JsonProcessingException unreadable) {
    return JsonComplaint.of(unreadable);
  }

  /** For people's eyes. */
  public static String pretty(Object document) throws JsonProcessingException {
    return EXACT.writerWithDefaultPrettyPrinter().writeValueAsString(document);
  }
}
