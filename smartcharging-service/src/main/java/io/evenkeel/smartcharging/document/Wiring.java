package io.evenkeel.smartcharging.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.Rotation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What documents of sites and of problems say alike: limits per phase, rotations. */
public final class Wiring {

  /** What is said of anything else. */
  public static final String THREE_LIMITS = "must be three numbers, amperes on L1, L2, L3";

  private static final BigDecimal LARGEST_LIMIT = BigDecimal.valueOf(100_000);
  private static final int LONGEST_ROTATION = 64;

  private Wiring() {}

  /** Rounded down to tenths; nothing, and noted, when they are no limits. */
  public static PhaseLimits limits(JsonNode amperes, JsonObject owner, String field) {
    int[] limits = new int[3];
    if (!amperes.isArray() || amperes.size() != limits.length) {
      owner.note(field, THREE_LIMITS);
      return PhaseLimits.even(0);
    }
    for (int i = 0; i < limits.length; i++) {
      BigDecimal limit = JsonObject.number(amperes.get(i));
      if (limit == null) {
        owner.note(field + "[" + i + "]", JsonObject.noNumber(amperes.get(i)));
      } else if (limit.signum() < 0 || limit.compareTo(LARGEST_LIMIT) > 0) {
        owner.note(field + "[" + i + "]", "must be 0 to 100000 A, not " + limit);
      } else {
        limits[i] = Amperes.floor(limit);
      }
    }
    return new PhaseLimits(limits[0], limits[1], limits[2]);
  }

  /** RST when absent. */
  public static Rotation rotation(JsonObject connector, String field) {
    String said = connector.text(field, LONGEST_ROTATION);
    if (said == null) {
      return Rotation.RST;
    }
    for (Rotation rotation : Rotation.values()) {
      if (rotation.name().equals(said)) {
        return rotation;
      }
    }
    connector.note(
        field,
        "must be one of "
            + Arrays.stream(Rotation.values()).map(Enum::name).collect(Collectors.joining(", ")));
    return Rotation.RST;
  }
}
