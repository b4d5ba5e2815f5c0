package io.evenkeel.gateway.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.evenkeel.gateway.domain.check.InvalidField;
import io.evenkeel.gateway.domain.device.Claims;
import io.evenkeel.gateway.domain.device.Lesson;
import io.evenkeel.gateway.domain.device.Lessons;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Claims as they are kept in a column. */
public final class ClaimsJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private static final ObjectReader STRICT =
      JSON.readerFor(Claims.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private ClaimsJson() {}

  /**
   * One claim, told apart; none when the value is {@code null}.
   *
   * @param value as JSON
   * @throws InvalidField when there is no such field, or the value is none for it
   */
  public static Claims claim(String field, String value) {
    try {
      var claim = JSON.createObjectNode().set(field, JSON.readTree(value));
      return STRICT.readValue(claim);
    } catch (IOException wrong) {
      throw new InvalidField(field, "cannot be " + value);
    }
  }

  static String write(Claims claims) {
    return text(claims);
  }

  static String write(Lessons lessons) {
    return text(new TreeMap<>(lessons.all()));
  }

  private static String text(Object claims) {
    try {
      return JSON.writeValueAsString(claims);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Claims cannot be written", impossible);
    }
  }

  static Lessons readLessons(String json) {
    if (json.equals("{}")) {
      return Lessons.NONE;
    }
    try {
      return new Lessons(JSON.readValue(json, new TypeReference<Map<String, Lesson>>() {}));
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("Lessons in the database cannot be read", damaged);
    }
  }

  static Claims read(String json) {
    if (json.equals("{}")) {
      return Claims.NONE;
    }
    try {
      return JSON.readValue(json, Claims.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("Claims in the database cannot be read", damaged);
    }
  }
}
