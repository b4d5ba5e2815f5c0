package io.evenkeel.transaction.view;

import java.util.List;

/**
 * One page of something.
 *
 * @param page counts from 0
 * @param total items on all pages
 */
public record Paged<T>(List<T> items, int page, int size, long total) {

  public Paged {
    items = List.copyOf(items);
  }
}
