package io.evenkeel.smartcharging.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.smartcharging.domain.site.Violation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a caller, read field by field: what is missing, unknown or of a wrong type is
 * noted with its path.
 */
public final class JsonObject {

  private static final BigDecimal MOST_AMPERES = BigDecimal.valueOf(100_000);
  private static final int DIGITS = 9;
  private static final String OUT_OF_RANGE =
      "must be a number from -999999999 to 999999999 with %d decimals at most".formatted(DIGITS);

  private final String path;
  private final JsonNode object;
  private final List<Violation> violations;

  private JsonObject(String path, JsonNode object, List<Violation> violations) {
    this.path = path;
    this.object = object;
    this.violations = violations;
  }

  /**
   * @param path where it stands, empty for the whole body; else it ends with a dot
   * @param known all fields there are; a misspelt one is an error and not ignored
   */
  public static JsonObject of(
      String path, JsonNode node, Set<String> known, List<Violation> violations) {
    if (!node.isObject()) {
      violations.add(
          new Violation(
              path.isEmpty() ? "body" : path.substring(0, path.length() - 1), "must be an object"));
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                violations.add(
                    new Violation(
                        path + name,
                        "is unknown; there are "
                            + String.join(", ", known.stream().sorted().toList())));
              }
            });
    return new JsonObject(path, node, violations);
  }

  public boolean has(String field) {
    return object.hasNonNull(field);
  }

  /** Null when absent. */
  public @Nullable String text(String field, int longest) {
    if (!has(field)) {
      return null;
    }
    JsonNode value = object.get(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      note(field, "must be a text");
    } else if (value.textValue().length() > longest) {
      note(field, "must have " + longest + " characters at most");
    } else if (value.textValue().indexOf('\0') >= 0) {
      note(field, "must not contain NUL");
    } else {
      return value.textValue();
    }
    return null;
  }

  /** Empty, and noted, when absent. */
  public String requiredText(String field, int longest) {
    if (!has(field)) {
      note(field, "is required");
      return "";
    }
    String text = text(field, longest);
    return text == null ? "" : text;
  }

  public int whole(String field, int absent) {
    if (!has(field)) {
      return absent;
    }
    JsonNode value = object.get(field);
    BigDecimal number = number(value);
    try {
      if (number != null) {
        return number.intValueExact(); // 230.0 is whole, too
      }
    } catch (ArithmeticException notWhole) {
      // the objection below says it all
    }
    note(
        field,
        value.isNumber() && number == null
            ? "must be a whole number from -999999999 to 999999999"
            : "must be a whole number");
    return absent;
  }

  /** 0, and noted, when absent. */
  public int requiredWhole(String field) {
    if (!has(field)) {
      note(field, "is required");
    }
    return whole(field, 0);
  }

  /** 0, and noted, when absent. */
  public BigDecimal requiredNumber(String field) {
    if (!has(field)) {
      note(field, "is required");
    }
    return number(field, BigDecimal.ZERO);
  }

  public BigDecimal number(String field, BigDecimal absent) {
    if (!has(field)) {
      return absent;
    }
    BigDecimal number = number(object.get(field));
    if (number == null) {
      note(field, noNumber(object.get(field)));
      return absent;
    }
    return number;
  }

  /** A number of amperes that can be reckoned with in tenths. */
  public BigDecimal amperes(String field, BigDecimal absent) {
    BigDecimal amperes = number(field, absent);
    if (amperes.abs().compareTo(MOST_AMPERES) > 0) {
      note(field, "must be " + MOST_AMPERES + " A at most, not " + amperes);
      return absent;
    }
    return amperes;
  }

  /** ISO 8601, such as PT15M. */
  public Duration duration(String field, Duration absent) {
    String said = text(field, 40);
    if (said == null) {
      return absent;
    }
    try {
      return Duration.parse(said);
    } catch (DateTimeParseException unreadable) {
      note(field, "must be a duration such as PT15M or PT8H");
      return absent;
    }
  }

  /** ISO 8601 with a zone; null when absent or unreadable. */
  public @Nullable Instant time(String field) {
    String said = text(field, 40);
    if (said == null) {
      return null;
    }
    Timestamp time = Timestamp.parseOrNull(said);
    // without a zone it would be somebody's guess which hour is meant
    if (time == null || time.zoneMissing()) {
      note(
          field,
          "must be an ISO 8601 date-time with Z or an offset, such as 2026-05-01T00:00:00Z or"
              + " 2026-05-01T02:00:00+02:00");
      return null;
    }
    return time.instant();
  }

  /** Empty when absent. */
  public List<JsonNode> list(String field) {
    List<JsonNode> elements = new ArrayList<>();
    if (has(field)) {
      JsonNode value = object.get(field);
      if (!value.isArray()) {
        note(field, "must be a list");
      }
      value.forEach(elements::add);
    }
    return elements;
  }

  /** Every element of a list with where it stands, {@code field[i].}; nothing when absent. */
  public void each(String field, BiConsumer<String, JsonNode> reader) {
    List<JsonNode> elements = list(field);
    for (int i = 0; i < elements.size(); i++) {
      reader.accept(path + field + "[" + i + "].", elements.get(i));
    }
  }

  /** A list of numbers; empty when absent. */
  public double[] numbers(String field) {
    return has(field) ? numbers(path + field + ".", object.get(field)) : new double[0];
  }

  /**
   * A list of numbers.
   *
   * @param place its path with a dot behind it
   */
  public double[] numbers(String place, JsonNode list) {
    String at = place.substring(0, place.length() - 1);
    if (!list.isArray()) {
      violations.add(new Violation(at, "must be a list of numbers"));
      return new double[0];
    }
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      BigDecimal number = number(list.get(i));
      if (number == null) {
        violations.add(new Violation(at + "[" + i + "]", noNumber(list.get(i))));
      } else {
        numbers[i] = number.doubleValue();
      }
    }
    return numbers;
  }

  public @Nullable JsonNode get(String field) {
    return has(field) ? object.get(field) : null;
  }

  /** Null when it is none, or beyond all reason. */
  public static @Nullable BigDecimal number(JsonNode value) {
    if (!value.isNumber()) {
      return null;
    }
    BigDecimal number = value.decimalValue();
    return number.precision() - number.scale() > DIGITS || number.scale() > DIGITS ? null : number;
  }

  /** Why {@link #number(JsonNode)} made nothing of it. */
  public static String noNumber(JsonNode value) {
    return value.isNumber() ? OUT_OF_RANGE : "must be a number";
  }

  public void note(String field, String message) {
    violations.add(new Violation(path + field, message));
  }
}
