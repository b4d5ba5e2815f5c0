package io.evenkeel.transaction.store;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;

/** Which transactions of the last days ended because their charge point booted. */
@ApplicationScoped
public class ClosedByBoot {

  private static final String IDS =
      """
      SELECT id FROM transaction
      WHERE started_at > now() - interval '3 days' AND closing_cause LIKE 'Boot %'
      """;

  private final Pool pool;

  ClosedByBoot(@ReactiveDataSource("charging") Pool pool) {
    this.pool = pool;
  }

  public Uni<Set<Integer>> ids() {
    return UniHelper.toUni(
        pool.preparedQuery(IDS)
            .execute()
            .map(
                rows -> {
                  Set<Integer> ids = new HashSet<>();
                  rows.forEach(row -> ids.add(row.getInteger("id")));
                  return ids;
                }));
  }
}
