package io.evenkeel.smartcharging.store;

import io.evenkeel.messaging.flow.GroupCommit;
import io.evenkeel.messaging.flow.GroupLimits;
import io.evenkeel.smartcharging.domain.forecast.Habit;
import io.evenkeel.smartcharging.domain.forecast.Stay;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Running transactions with what their drivers want, and what is usual. Whatever comes while one
 * batch commits is the next batch. Every write names the planner's epoch and fails with {@link
 * LostLeadership} when another process has become the planner.
 */
@ApplicationScoped
public class StayStore {

  private static final GroupLimits LIMITS = new GroupLimits(500, 1, 100_000);

  private static final String FORGET_HABITS =
      """
      delete from habits where name in (
        select name from habits order by updated_at desc, name offset $1)
      """;
  private static final String HABITS = "select * from habits order by updated_at";
  private static final String STAYS = "select * from stays";

  /**
   * What became of a connector.
   *
   * @param stay the running transaction; null when it is over
   * @param learned what is usual from now on, by name
   */
  public record Change(
      long epoch, ConnectorKey connector, @Nullable Stay stay, Map<String, Habit> learned) {

    public Change {
      learned = Map.copyOf(learned);
    }
  }

  private final Pool pool;
  private final GroupCommit<Change, Boolean> changes;

  StayStore(@ReactiveDataSource("smartcharging") Pool pool) {
    this.pool = pool;
    this.changes = new GroupCommit<>("smartcharging.stays", LIMITS, this::keepAll);
  }

  /** Completes when it is durable. Of a connector one thing is to be told after the other. */
  public Uni<Void> keep(Change change) {
    return changes.submit(change).replaceWithVoid();
  }

  private Uni<List<Boolean>> keepAll(List<Change> batch) {
    Map<ConnectorKey, @Nullable Stay> stays = new LinkedHashMap<>();
    Map<String, Habit> habits = new LinkedHashMap<>();
    long epoch = Long.MAX_VALUE;
    for (Change change : batch) {
      stays.put(change.connector(), change.stay());
      habits.putAll(change.learned());
      epoch = Math.min(epoch, change.epoch());
    }
    long oldest = epoch;
    return pool.withTransaction(
            transaction ->
                SiteStore.fence(transaction, oldest)
                    .chain(() -> delete(transaction, stays))
                    .chain(() -> insert(transaction, stays))
                    .chain(() -> learn(transaction, habits)))
        .replaceWith(batch.stream().map(_ -> true).toList());
  }

  private static Uni<Void> delete(SqlClient client, Map<ConnectorKey, @Nullable Stay> stays) {
    return client
        .preparedQuery(StayRows.DELETE)
        .execute(LeaverStore.keys(stays.keySet()))
        .replaceWithVoid();
  }

  private static Uni<Void> insert(SqlClient client, Map<ConnectorKey, @Nullable Stay> stays) {
    Map<ConnectorKey, Stay> running = new LinkedHashMap<>();
    stays.forEach(
        (connector, stay) -> {
          if (stay != null) {
            running.put(connector, stay);
          }
        });
    return running.isEmpty()
        ? Uni.createFrom().voidItem()
        : client.preparedQuery(StayRows.INSERT).execute(StayRows.tuple(running)).replaceWithVoid();
  }

  private static Uni<Void> learn(SqlClient client, Map<String, Habit> habits) {
    return habits.isEmpty()
        ? Uni.createFrom().voidItem()
        : client.preparedQuery(StayRows.LEARN).execute(StayRows.habits(habits)).replaceWithVoid();
  }

  /** Running transactions by connector. */
  public Uni<Map<ConnectorKey, Stay>> stays() {
    return pool.query(STAYS)
        .execute()
        .map(
            rows -> {
              Map<ConnectorKey, Stay> stays = new LinkedHashMap<>();
              rows.forEach(row -> stays.put(StayRows.connector(row), StayRows.stay(row)));
              return stays;
            });
  }

  /**
   * By name, the one that was seen longest ago first.
   *
   * @param most remembered; the others are deleted
   */
  public Uni<List<Map.Entry<String, Habit>>> habits(int most) {
    return pool.preparedQuery(FORGET_HABITS)
        .execute(Tuple.of(most))
        .chain(() -> pool.query(HABITS).execute())
        .map(
            rows -> {
              List<Map.Entry<String, Habit>> habits = new ArrayList<>();
              rows.forEach(row -> habits.add(StayRows.habit(row)));
              return habits;
            });
  }
}
