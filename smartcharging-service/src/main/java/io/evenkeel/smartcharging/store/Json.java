package io.evenkeel.smartcharging.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.evenkeel.messaging.Capabilities;
import io.evenkeel.smartcharging.domain.control.Learned;
import io.evenkeel.smartcharging.domain.control.Refusals;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;

/** How records are kept as text; apart from the API's, whose settings may change. */
final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("Cannot write " + value, unwritable);
    }
  }

  static SiteDefinition site(String text) {
    try {
      return MAPPER.treeToValue(SiteForms.present(MAPPER.readTree(text)), SiteDefinition.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("Cannot read what is stored: " + text, unreadable);
    }
  }

  static Capabilities capabilities(String text) {
    return read(text, Capabilities.class);
  }

  /** Also what was stored before there were refusals. */
  static Learned learned(String text) {
    try {
      if (!(MAPPER.readTree(text) instanceof ObjectNode tree)) {
        throw new IllegalStateException("Cannot read what is stored: " + text);
      }
      if (!tree.has("refused")) {
        tree.set("refused", MAPPER.valueToTree(Refusals.NONE));
      }
      return MAPPER.treeToValue(tree, Learned.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("Cannot read what is stored: " + text, unreadable);
    }
  }

  private static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("Cannot read what is stored: " + text, unreadable);
    }
  }
}
