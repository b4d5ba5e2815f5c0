package io.evenkeel.gateway.domain.paging;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a longer list.
 *
 * @param page counted from 0
 * @param size asked for
 * @param total items of the whole list
 */
public record Page<T>(List<T> items, int page, int size, long total) {

  public Page {
    items = List.copyOf(items);
  }

  /** The same page of other items. */
  public <R> Page<R> map(Function<? super T, ? extends R> view) {
    return new Page<>(items.stream().<R>map(view).toList(), page, size, total);
  }
}
