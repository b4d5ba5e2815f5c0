package io.evenkeel.smartcharging.store;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a collection.
 *
 * @param page counted from 0
 * @param size items a page has at most
 * @param total items of the whole collection
 */
public record Paged<T>(List<T> items, int page, int size, long total) {

  public Paged {
    items = List.copyOf(items);
  }

  public <R> Paged<R> map(Function<? super T, ? extends R> mapper) {
    return new Paged<>(items.stream().<R>map(mapper).toList(), page, size, total);
  }
}
