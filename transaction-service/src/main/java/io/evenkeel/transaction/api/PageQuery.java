package io.evenkeel.transaction.api;

import io.evenkeel.transaction.view.PageRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** {@code ?page=0&size=50}: pages count from 0, a page has at most 1000 items. */
public record PageQuery(
    @QueryParam("page") @DefaultValue("0") String page,
    @QueryParam("size") @DefaultValue("50") String size) {

  private static final int LAST = 1_000_000;
  private static final int LARGEST = 1000;

  PageRequest request() {
    return new PageRequest(
        Parameters.whole("page", page, 0, LAST), Parameters.whole("size", size, 1, LARGEST));
  }
}
