package io.evenkeel.smartcharging.store;

import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Connectors that left their site and still hold its profiles. */
@ApplicationScoped
public class LeaverStore {

  private static final String ADD =
      """
      insert into leavers (charge_point, connector_id)
      select * from unnest($1::text[], $2::int[]) on conflict do nothing
      """;
  private static final String REMOVE =
      """
      delete from leavers l using unnest($1::text[], $2::int[]) as r (charge_point, connector_id)
      where l.charge_point = r.charge_point and l.connector_id = r.connector_id
      """;
  private static final String SELECT = "select charge_point, connector_id from leavers";

  private final Pool pool;

  LeaverStore(@ReactiveDataSource("smartcharging") Pool pool) {
    this.pool = pool;
  }

  public Uni<List<ConnectorKey>> list() {
    return pool.query(SELECT)
        .execute()
        .map(
            rows -> {
              List<ConnectorKey> keys = new ArrayList<>();
              rows.forEach(
                  row ->
                      keys.add(
                          new ConnectorKey(
                              row.getString("charge_point"), row.getInteger("connector_id"))));
              return keys;
            });
  }

  public Uni<Void> remove(ConnectorKey key) {
    return remove(pool, Set.of(key));
  }

  static Uni<Void> add(SqlClient client, Collection<ConnectorKey> keys) {
    return keys.isEmpty()
        ? Uni.createFrom().voidItem()
        : client.preparedQuery(ADD).execute(keys(keys)).replaceWithVoid();
  }

  static Uni<Void> remove(SqlClient client, Collection<ConnectorKey> keys) {
    return client.preparedQuery(REMOVE).execute(keys(keys)).replaceWithVoid();
  }

  static Tuple keys(Collection<ConnectorKey> keys) {
    List<ConnectorKey> ordered = List.copyOf(keys);
    return Tuple.tuple()
        .addArrayOfString(ordered.stream().map(ConnectorKey::chargePoint).toArray(String[]::new))
        .addArrayOfInteger(ordered.stream().map(ConnectorKey::connectorId).toArray(Integer[]::new));
  }
}
