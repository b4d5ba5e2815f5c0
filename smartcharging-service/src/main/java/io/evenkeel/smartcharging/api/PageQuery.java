package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.domain.site.Violation;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;

/** {@code ?page=0&size=50}: pages count from 0, a page has at most 1000 items. */
public record PageQuery(
    @QueryParam("page") @DefaultValue("0") String page,
    @QueryParam("size") @DefaultValue("50") String size) {

  private static final int LARGEST = 1000;
  private static final int LAST = 1_000_000;

  /** As numbers. */
  record Numbers(int page, int size) {}

  Numbers numbers() {
    List<Violation> violations = new ArrayList<>();
    Numbers numbers =
        new Numbers(
            number("page", page, 0, LAST, violations),
            number("size", size, 1, LARGEST, violations));
    if (!violations.isEmpty()) {
      throw Problems.badRequest("query", violations);
    }
    return numbers;
  }

  private static int number(
      String field, String text, int least, int most, List<Violation> violations) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException unreadable) {
      // the objection below says it all
    }
    violations.add(new Violation(field, "must be a whole number from " + least + " to " + most));
    return least;
  }
}
