package io.evenkeel.transaction.api;

import io.evenkeel.ocpp.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Query and path parameters as values; what cannot be read is a 400 that names it. */
final class Parameters {
  private Parameters() {}

  static int whole(String name, String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException unreadable) {
      throw outside(name, least, most);
    }
    throw outside(name, least, most);
  }

  private static RuntimeException outside(String name, int least, int most) {
    return Problems.badRequest(
        "query", name, "must be a whole number from " + least + " to " + most);
  }

  static <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type, @Nullable String text) {
    if (text == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw Problems.badRequest(
        "query",
        name,
        "must be one of "
            + Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .collect(Collectors.joining(", ")));
  }

  static @Nullable Instant time(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    Timestamp time = Timestamp.parseOrNull(text);
    if (time == null) {
      throw Problems.badRequest(
          "query", name, "must be an ISO 8601 date-time such as 2026-05-01T00:00:00Z");
    }
    return time.instant();
  }
}
