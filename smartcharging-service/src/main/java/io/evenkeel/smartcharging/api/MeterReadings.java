package io.evenkeel.smartcharging.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.smartcharging.document.JsonObject;
import io.evenkeel.smartcharging.domain.forecast.MeterReading;
import io.evenkeel.smartcharging.domain.site.Violation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a meter said: {@code {"readings": [{"at": …, "a": [L1, L2, L3]}]}}, or one reading by
 * itself. Instead of amperes {@code w}: watts on L1, L2, L3, or one number for a load that is even
 * on all three.
 */
final class MeterReadings {

  private static final int MOST = 1000;
  private static final BigDecimal LARGEST_A = BigDecimal.valueOf(100_000);
  private static final BigDecimal LARGEST_W = BigDecimal.valueOf(100_000_000);
  private static final Duration AHEAD = Duration.ofMinutes(2);
  private static final Set<String> FIELDS = Set.of("at", "a", "w");

  private final String meter;
  private final int voltage;
  private final Instant now;
  private final List<Violation> violations = new ArrayList<>();

  private MeterReadings(String meter, int voltage, Instant now) {
    this.meter = meter;
    this.voltage = voltage;
    this.now = now;
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names all that is wrong
   */
  static List<MeterReading> read(String meter, @Nullable String body, int voltage, Instant now) {
    return new MeterReadings(meter, voltage, now).read(Body.json(body));
  }

  private List<MeterReading> read(JsonNode body) {
    List<MeterReading> readings = new ArrayList<>();
    if (body.isObject() && !body.has("readings")) {
      readings.add(reading("", body));
    } else {
      JsonObject all = JsonObject.of("", body, Set.of("readings"), violations);
      int count = all.list("readings").size();
      if (count == 0 || count > MOST) {
        all.note("readings", "must be 1 to " + MOST + " readings, not " + count);
      } else {
        all.each("readings", (path, one) -> readings.add(reading(path, one)));
      }
    }
    if (!violations.isEmpty()) {
      throw Problems.badRequest("body", violations);
    }
    return readings;
  }

  private MeterReading reading(String path, JsonNode said) {
    JsonObject reading = JsonObject.of(path, said, FIELDS, violations);
    Instant at = reading.time("at");
    if (!reading.has("at")) {
      reading.note("at", "is required: when the meter was read, such as 2026-05-01T00:00:00Z");
    } else if (at != null && at.isAfter(now.plus(AHEAD))) {
      reading.note("at", "must not be in the future; it is " + now);
    }
    if (!reading.has("a") && !reading.has("w")) {
      reading.note("a", "is required, or w: what flows on L1, L2, L3");
    } else if (reading.has("a") && reading.has("w")) {
      reading.note("w", "must not be given beside a: give one of them");
    }
    double[] amperes = reading.has("a") ? three(reading, "a", LARGEST_A) : amperes(watts(reading));
    return new MeterReading(meter, at == null ? now : at, amperes[0], amperes[1], amperes[2]);
  }

  private double[] watts(JsonObject reading) {
    JsonNode said = reading.get("w");
    if (said != null && said.isNumber()) {
      double third = value(reading, "w", said, LARGEST_W) / 3;
      return new double[] {third, third, third};
    }
    return three(reading, "w", LARGEST_W);
  }

  private double[] amperes(double[] watts) {
    return new double[] {watts[0] / voltage, watts[1] / voltage, watts[2] / voltage};
  }

  private static double[] three(JsonObject owner, String field, BigDecimal largest) {
    double[] values = new double[3];
    JsonNode said = owner.get(field);
    if (said == null) {
      return values;
    }
    if (!said.isArray() || said.size() != values.length) {
      owner.note(field, "must be three numbers, on L1, L2, L3");
      return values;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = value(owner, field + "[" + i + "]", said.get(i), largest);
    }
    return values;
  }

  private static double value(JsonObject owner, String field, JsonNode said, BigDecimal largest) {
    BigDecimal value = JsonObject.number(said);
    if (value == null) {
      owner.note(field, JsonObject.noNumber(said));
      return 0;
    }
    if (value.abs().compareTo(largest) > 0) {
      owner.note(field, "must be %s at most, not %s".formatted(largest, value));
    }
    return value.doubleValue();
  }
}
