package io.evenkeel.gateway.domain.paging;

import io.evenkeel.gateway.domain.check.InvalidField;

/** Which part of a list is asked for. */
public record PageRequest(int page, int size) {

  /** The most items of one page. */
  public static final int LARGEST = 1000;

  public PageRequest {
    if (page < 0) {
      throw new InvalidField("page", "must be 0 or more");
    }
    if (size < 1 || size > LARGEST) {
      throw new InvalidField("size", "must be from 1 to " + LARGEST);
    }
    if ((long) page * size > Integer.MAX_VALUE) {
      throw new InvalidField("page", "is beyond any list");
    }
  }

  public int first() {
    return page * size;
  }
}
