package io.evenkeel.smartcharging.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.evenkeel.messaging.Capabilities;
import io.evenkeel.smartcharging.domain.control.Learned;
import io.evenkeel.smartcharging.domain.control.Refusal;
import io.evenkeel.smartcharging.domain.control.Timekeeping;
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

  /** Also what was stored before lost schedules were tried again, and refusals were listed. */
  static Learned learned(String text) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (!tree.has("mostPeriods")) {
        return MAPPER.treeToValue(tree, Learned.class);
      }
      Learned learned =
          Learned.NOTHING
              .mostPeriods(tree.path("mostPeriods").asInt())
              .timekeeping(Timekeeping.valueOf(tree.path("timekeeping").asText()));
      for (Refusal each : Refusal.values()) {
        learned = isRefused(tree, each) ? learned.refuses(each) : learned;
      }
      return learned;
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("Cannot read what is stored: " + text, unreadable);
    }
  }

  private static boolean isRefused(JsonNode tree, Refusal one) {
    return switch (one) {
      case ZERO -> !tree.path("acceptsZero").asBoolean(true);
      case READING_BACK -> !tree.path("readsBack").asBoolean(true);
      case AMPERES -> tree.path("refused").path("amperes").asBoolean();
      case RELATIVE -> tree.path("refused").path("relative").asBoolean();
      case TX_PROFILE -> tree.path("refused").path("txProfile").asBoolean();
      case STACK_LEVELS -> tree.path("refused").path("stackLevels").asBoolean();
      case WATTS, NUMBER_PHASES -> false; // not learned then
    };
  }

  private static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("Cannot read what is stored: " + text, unreadable);
    }
  }
}
