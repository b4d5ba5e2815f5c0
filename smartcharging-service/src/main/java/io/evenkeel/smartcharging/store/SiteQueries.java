package io.evenkeel.smartcharging.store;

import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads sites for people; also in a process that is not the planner. */
@ApplicationScoped
public class SiteQueries {

  /** The entity stays in this package, and so does what can hand it out. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<SiteRow, String> {}

  private final Rows rows;

  SiteQueries(Rows rows) {
    this.rows = rows;
  }

  public Uni<Optional<SiteDefinition>> find(String id) {
    return Panache.withSession(
        "smartcharging",
        () -> rows.findById(id).map(row -> Optional.ofNullable(row).map(SiteRow::read)));
  }

  /** In the order of their ids. */
  public Uni<Paged<SiteDefinition>> list(int page, int size) {
    return Panache.withSession(
        "smartcharging",
        () ->
            rows.count()
                .chain(
                    total ->
                        rows.findAll(Sort.by("id"))
                            .page(page, size)
                            .list()
                            .map(
                                found ->
                                    new Paged<>(
                                        found.stream().map(SiteRow::read).toList(),
                                        page,
                                        size,
                                        total))));
  }
}
