package io.evenkeel.gateway.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evenkeel.gateway.domain.device.Claims;

/** Claims as they are kept in a column. */
final class ClaimsJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private ClaimsJson() {}

  static String write(Claims claims) {
    try {
      return JSON.writeValueAsString(claims);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Claims cannot be written", impossible);
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
