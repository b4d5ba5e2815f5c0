package io.evenkeel.transaction.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evenkeel.messaging.api.JsonComplaint;
import io.evenkeel.ocpp.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A wish as a caller states it.
 *
 * @param departure null when not stated
 * @param energyWh null when not stated
 */
record WishReading(@Nullable Instant departure, @Nullable Long energyWh) {

  /** What GET answers can be PUT again. */
  private static final Set<String> FIELDS = Set.of("departure", "energyWh", "statedAt");

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final Duration LONGEST = Duration.ofDays(30);
  private static final long MOST_WH = 1_000_000;

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names the field
   */
  static WishReading read(@Nullable String body, Instant now) {
    JsonNode wish = parse(body);
    wish.fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                throw bad(name, "is unknown; there are departure and energyWh");
              }
            });
    return new WishReading(departure(wish.get("departure"), now), energy(wish.get("energyWh")));
  }

  private static JsonNode parse(@Nullable String body) {
    try {
      JsonNode node = JSON.readTree(body == null ? "" : body);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException unreadable) {
      throw bad("body", "is no JSON: " + JsonComplaint.of(unreadable));
    }
    throw bad("body", "must be an object");
  }

  private static @Nullable Instant departure(@Nullable JsonNode said, Instant now) {
    if (said == null || said.isNull()) {
      return null;
    }
    Timestamp time = said.isTextual() ? Timestamp.parseOrNull(said.textValue()) : null;
    if (time == null) {
      throw bad("departure", "must be an ISO 8601 date-time such as 2026-05-01T00:00:00Z");
    }
    if (!time.instant().isAfter(now) || time.instant().isAfter(now.plus(LONGEST))) {
      throw bad("departure", "must be in the future, by 30 days at most; it is " + now);
    }
    return time.instant();
  }

  private static @Nullable Long energy(@Nullable JsonNode said) {
    if (said == null || said.isNull()) {
      return null;
    }
    if (!said.isIntegralNumber()
        || !said.canConvertToLong()
        || said.longValue() < 0
        || said.longValue() > MOST_WH) {
      throw bad("energyWh", "must be a whole number from 0 to " + MOST_WH);
    }
    return said.longValue();
  }

  private static RuntimeException bad(String field, String message) {
    return Problems.badRequest("body", field, message);
  }
}
