package io.evenkeel.auth.store;

import io.evenkeel.auth.domain.Chain;
import io.evenkeel.auth.domain.Groups;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks up what decisions are made from: the hot path of this service, one query for many tags. */
@ApplicationScoped
public class ChainStore {

  private static final String SQL =
      """
      with recursive chain(leaf, level, id_tag, status, expiry_date, max_concurrent_transactions,
          parent_key) as (
        select key, 1, id_tag, status, expiry_date, max_concurrent_transactions, parent_key
        from auth.id_tags where key = any($1)
        union all
        select c.leaf, c.level + 1, t.id_tag, t.status, t.expiry_date,
          t.max_concurrent_transactions, t.parent_key
        from chain c join auth.id_tags t on t.key = c.parent_key
        where c.level < $2
      )
      select leaf, id_tag, status, expiry_date, max_concurrent_transactions
      from chain order by level
      """;

  private final Pool pool;

  public ChainStore(@ReactiveDataSource("auth") Pool pool) {
    this.pool = pool;
  }

  /** The chains of those tags that exist, by key. */
  public Uni<Map<String, Chain>> chains(Collection<String> keys) {
    return pool.preparedQuery(SQL)
        .execute(
            Tuple.tuple()
                .addArrayOfString(keys.toArray(String[]::new))
                .addInteger(Groups.MAX_LEVELS))
        .map(ChainStore::read);
  }

  private static Map<String, Chain> read(RowSet<Row> rows) {
    Map<String, List<Chain.Link>> links = new HashMap<>();
    for (Row row : rows) {
      links
          .computeIfAbsent(row.getString("leaf"), unused -> new ArrayList<>(1))
          .add(
              new Chain.Link(
                  row.getString("id_tag"),
                  AuthorizationStatus.valueOf(row.getString("status")),
                  Columns.instant(row, "expiry_date"),
                  row.getInteger("max_concurrent_transactions")));
    }
    Map<String, Chain> chains = HashMap.newHashMap(links.size());
    links.forEach((leaf, its) -> chains.put(leaf, new Chain(its)));
    return chains;
  }
}
