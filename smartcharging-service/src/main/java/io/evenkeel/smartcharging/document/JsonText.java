package io.evenkeel.smartcharging.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

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
    JsonNode node = EXACT.readTree(text);
    return node == null ? MissingNode.getInstance() : node;
  }

  /** What is wrong with a text that is no JSON, and where. */
  public static String complaint(JsonProcessingException unreadable) {
    JsonLocation at = unreadable.getLocation();
    String message = unreadable.getOriginalMessage();
    return at == null || at.getLineNr() < 1
        ? message
        : "%s (line %d, column %d)".formatted(message, at.getLineNr(), at.getColumnNr());
  }

  /** For people's eyes. */
  public static String pretty(Object document) throws JsonProcessingException {
    return EXACT.writerWithDefaultPrettyPrinter().writeValueAsString(document);
  }
}
