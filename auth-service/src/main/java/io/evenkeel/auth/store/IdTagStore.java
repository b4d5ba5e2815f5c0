package io.evenkeel.auth.store;

import io.evenkeel.auth.domain.IdTag;
import io.evenkeel.auth.domain.Paged;
import io.evenkeel.auth.domain.TagName;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Reads idTags for people. */
@ApplicationScoped
public class IdTagStore {

  /** The entity stays in this package, and so does what can hand it out. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<IdTagRow, String> {}

  private static final String ROWS = "select t from IdTagRow t left join fetch t.parent";
  private static final String COUNT = "select count(t) from IdTagRow t";

  private final Rows rows;

  IdTagStore(Rows rows) {
    this.rows = rows;
  }

  public Uni<Optional<IdTag>> find(TagName tag) {
    return Panache.withSession(
        "auth",
        () ->
            rows.find(ROWS + " where t.key = :key", Map.<String, Object>of("key", tag.key()))
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(IdTagRow::read)));
  }

  /** In the order of their keys. */
  public Uni<Paged<IdTag>> list(IdTagFilter filter, int page, int size) {
    Map<String, Object> parameters = filter.parameters();
    String where = filter.where();
    return Panache.withSession(
        "auth",
        () ->
            rows.count(COUNT + where, parameters)
                .chain(
                    total ->
                        rows.find(ROWS + where + " order by t.key", parameters)
                            .page(page, size)
                            .list()
                            .map(
                                found ->
                                    new Paged<>(
                                        found.stream().map(IdTagRow::read).toList(),
                                        page,
                                        size,
                                        total))));
  }
}
