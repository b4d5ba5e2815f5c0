package io.evenkeel.transaction.store;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The connections to the schema {@code charging}. Each keeps its prepared statements, also the long
 * ones: the client's own limit of 2048 characters would have our busiest statements planned anew
 * every time, which costs more than running them.
 */
@Singleton
@ReactiveDataSource("charging")
public class ChargingPool implements PgPoolCreator {

  private static final int LONGEST_STATEMENT = 16_384;

  @Override
  public Pool create(Input input) {
    List<SqlConnectOptions> servers = List.copyOf(input.pgConnectOptionsList());
    servers.forEach(it -> it.setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT));
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(servers)
        .using(input.vertx())
        .build();
  }
}
