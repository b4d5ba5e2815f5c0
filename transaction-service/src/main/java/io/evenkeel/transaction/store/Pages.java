package io.evenkeel.transaction.store;

import io.evenkeel.transaction.view.PageRequest;
import io.evenkeel.transaction.view.Paged;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** One page of a query, and how many there are in all. Within a session. */
final class Pages {
  private Pages() {}

  static <R, V> Uni<Paged<V>> of(PanacheQuery<R> query, PageRequest page, Function<R, V> read) {
    return rows(query, page)
        .map(
            found ->
                new Paged<>(
                    found.items().stream().map(read).toList(),
                    page.page(),
                    page.size(),
                    found.total()));
  }

  /** The rows themselves, for who must look something up besides. */
  static <R> Uni<Paged<R>> rows(PanacheQuery<R> query, PageRequest page) {
    PanacheQuery<R> paged = query.page(page.page(), page.size());
    Uni<Long> total = paged.count();
    return total.chain(
        count ->
            paged
                .list()
                .map((List<R> items) -> new Paged<>(items, page.page(), page.size(), count)));
  }
}
