package io.evenkeel.gateway.api;

import io.evenkeel.gateway.domain.check.InvalidField;
import io.evenkeel.gateway.domain.paging.PageRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** {@code ?page=0&size=50}. */
public class PageQuery {

  @QueryParam("page")
  @DefaultValue("0")
  String page = "0";

  @QueryParam("size")
  @DefaultValue("50")
  String size = "50";

  PageRequest request() {
    try {
      return new PageRequest(number("page", page), number("size", size));
    } catch (InvalidField wrong) {
      throw Problems.invalid("query", wrong);
    }
  }

  private static int number(String field, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw new InvalidField(field, "must be a whole number");
    }
  }
}
