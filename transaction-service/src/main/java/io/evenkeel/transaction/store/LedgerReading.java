package io.evenkeel.transaction.store;

import io.evenkeel.transaction.domain.Causes;
import io.evenkeel.transaction.domain.Entry;
import io.evenkeel.transaction.domain.Evidence;
import io.evenkeel.transaction.domain.LedgerPage;
import io.evenkeel.transaction.domain.NaturalKey;
import io.evenkeel.transaction.domain.StrayStop;
import io.evenkeel.transaction.domain.Transaction;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the page of the ledger that a batch is about. The queries of one call travel together. */
final class LedgerReading {
  private LedgerReading() {}

  static Future<LedgerPage> page(SqlConnection connection, Collection<Entry> entries) {
    Set<String> chargePoints = new LinkedHashSet<>();
    Set<String> limitedTags = new LinkedHashSet<>();
    List<Integer> ids = new ArrayList<>();
    List<NaturalKey> started = new ArrayList<>();
    Set<Tuple> causes = new LinkedHashSet<>();
    for (Entry entry : entries) {
      String chargePoint = StorableText.of(entry.chargePoint());
      switch (entry) {
        case Entry.Start start -> {
          chargePoints.add(chargePoint);
          started.add(start.key());
          causes.add(Tuple.of(chargePoint, StorableText.of(Causes.start(start.key()))));
          if (start.limitedTag() != null) {
            limitedTags.add(start.limitedTag());
          }
        }
        case Entry.Stop stop -> ids.add(stop.request().transactionId());
        case Entry.Boot boot -> {
          chargePoints.add(chargePoint);
          causes.add(Tuple.of(chargePoint, Causes.boot(boot.receivedAt())));
        }
        case Entry.Alive alive -> {
          chargePoints.add(chargePoint);
          ids.add(alive.transactionId());
        }
      }
    }
    Future<List<Transaction>> transactions =
        connection
            .preparedQuery(LedgerSql.TRANSACTIONS)
            .execute(transactionsOf(ids, chargePoints, started, causes))
            .map(LedgerReading::distinct);
    Future<Map<String, Integer>> live = live(connection, limitedTags);
    Future<List<StrayStop>> orphans = orphans(connection, started);
    return Future.all(transactions, live, orphans)
        .map(_ -> new LedgerPage(transactions.result(), live.result(), orphans.result()));
  }

  private static Tuple transactionsOf(
      List<Integer> ids, Set<String> chargePoints, List<NaturalKey> started, Set<Tuple> causes) {
    return LedgerRows.tuple(
        ids.toArray(Integer[]::new),
        chargePoints.toArray(String[]::new),
        started.stream().map(it -> StorableText.of(it.chargePoint())).toArray(String[]::new),
        started.stream().map(NaturalKey::connectorId).toArray(Integer[]::new),
        started.stream().map(it -> Columns.time(it.startedAt())).toArray(OffsetDateTime[]::new),
        started.stream().map(it -> StorableText.of(it.tag())).toArray(String[]::new),
        started.stream().map(NaturalKey::meterStart).toArray(Long[]::new),
        causes.stream().map(it -> it.getString(0)).toArray(String[]::new),
        causes.stream().map(it -> it.getString(1)).toArray(String[]::new));
  }

  private static List<Transaction> distinct(RowSet<Row> rows) {
    Map<Integer, Transaction> byId = new LinkedHashMap<>();
    for (Row row : rows) {
      byId.computeIfAbsent(row.getInteger("id"), _ -> LedgerRows.transaction(row));
    }
    return List.copyOf(byId.values());
  }

  private static Future<Map<String, Integer>> live(SqlConnection connection, Set<String> tags) {
    if (tags.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    return connection
        .preparedQuery(LedgerSql.LIVE)
        .execute(
            LedgerRows.tuple((Object) tags.stream().map(StorableText::of).toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, Integer> live = new HashMap<>();
              tags.forEach(tag -> live.put(tag, 0));
              rows.forEach(row -> live.put(row.getString("tag"), row.getInteger("live")));
              return live;
            });
  }

  private static Future<List<StrayStop>> orphans(
      SqlConnection connection, List<NaturalKey> started) {
    if (started.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    return connection
        .preparedQuery(LedgerSql.ORPHANS)
        .execute(
            LedgerRows.tuple(
                started.stream()
                    .map(it -> StorableText.of(it.chargePoint()))
                    .toArray(String[]::new),
                started.stream()
                    .map(it -> Columns.time(it.startedAt()))
                    .toArray(OffsetDateTime[]::new)))
        .map(
            rows -> {
              List<StrayStop> orphans = new ArrayList<>();
              rows.forEach(row -> orphans.add(LedgerRows.orphan(row)));
              return orphans;
            });
  }

  /** Locks what the entries are about until the commit, and fetches an id for each start. */
  static Future<List<Integer>> lock(SqlConnection connection, Collection<Entry> entries) {
    int starts = (int) entries.stream().filter(Entry.Start.class::isInstance).count();
    return connection
        .preparedQuery(LedgerSql.LOCK)
        .execute(LedgerRows.tuple(LedgerLocks.of(entries), starts))
        .map(rows -> List.of(rows.iterator().next().getArrayOfIntegers("ids")));
  }

  static Future<Map<Integer, Evidence>> evidence(SqlConnection connection, List<Transaction> open) {
    if (open.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    return connection
        .preparedQuery(LedgerSql.EVIDENCE)
        .execute(
            LedgerRows.tuple(
                open.stream().map(Transaction::id).toArray(Integer[]::new),
                open.stream().map(it -> it.key().chargePoint()).toArray(String[]::new),
                open.stream().map(it -> it.key().connectorId()).toArray(Integer[]::new),
                open.stream()
                    .map(it -> Columns.time(it.key().startedAt()))
                    .toArray(OffsetDateTime[]::new)))
        .map(
            rows -> {
              Map<Integer, Evidence> evidence = new HashMap<>();
              rows.forEach(row -> evidence.put(row.getInteger("id"), evidence(row)));
              return evidence;
            });
  }

  private static Evidence evidence(Row row) {
    Long milliWh = row.getLong("energy_milli_wh");
    return new Evidence(
        milliWh == null
            ? null
            : new Evidence.Reading(
                Columns.instant(row, "sampled_at"), Math.floorDiv(milliWh, 1000L)),
        Columns.instantOrNull(row, "since"));
  }
}
