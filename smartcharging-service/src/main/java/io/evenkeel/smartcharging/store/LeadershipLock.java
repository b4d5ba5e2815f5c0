package io.evenkeel.smartcharging.store;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The lock that makes one process the planner. It belongs to a connection: when the process dies
 * the database lets it go at once. Whoever gets it raises the epoch, which shuts out a planner that
 * has lost the lock without noticing.
 */
@ApplicationScoped
public class LeadershipLock {

  private static final String TAKE =
      "select pg_try_advisory_lock(hashtext('smartcharging.planner')) as taken";
  private static final String RAISE = "update leadership set epoch = epoch + 1 returning epoch";

  private final Pool pool;

  LeadershipLock(@ReactiveDataSource("smartcharging") Pool pool) {
    this.pool = pool;
  }

  /** While it lasts this process is the planner. */
  public static final class Term {

    private final long epoch;
    private final SqlConnection connection;

    private Term(long epoch, SqlConnection connection) {
      this.epoch = epoch;
      this.connection = connection;
    }

    public long epoch() {
      return epoch;
    }

    /** Lets the lock go; a connection back in the pool would keep it. */
    public Uni<Void> end() {
      return connection
          .query("select pg_advisory_unlock_all()")
          .execute()
          .onFailure()
          .recoverWithNull()
          .chain(connection::close)
          .onFailure()
          .recoverWithNull()
          .replaceWithVoid();
    }
  }

  /** Empty when another process holds it. {@code lost} runs when the connection breaks. */
  public Uni<Optional<Term>> take(Runnable lost) {
    return pool.getConnection().chain(connection -> take(connection, lost));
  }

  private static Uni<Optional<Term>> take(SqlConnection connection, Runnable lost) {
    return connection
        .query(TAKE)
        .execute()
        .chain(
            rows ->
                rows.iterator().next().getBoolean("taken")
                    ? begin(connection, lost).map(Optional::of)
                    : connection.close().replaceWith(Optional.<Term>empty()))
        .onFailure()
        .call(() -> connection.close().onFailure().recoverWithNull());
  }

  private static Uni<Term> begin(SqlConnection connection, Runnable lost) {
    connection.closeHandler(lost);
    return connection
        .query(RAISE)
        .execute()
        .map(raised -> new Term(raised.iterator().next().getLong("epoch"), connection));
  }
}
