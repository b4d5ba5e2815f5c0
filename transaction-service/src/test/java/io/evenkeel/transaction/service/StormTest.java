package io.evenkeel.transaction.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is kept twice and nothing is lost, whatever is repeated and whatever breaks. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StormTest {

  private static final int ENOUGH_BROKEN = 10;

  /** A fast machine weathers one storm before enough connections are broken. */
  private static final int MOST_STORMS = 100;

  @Inject TestGateway gateway;
  @Inject Books books;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void what_is_repeated_at_random_is_kept_once(long seed) {
    List<Storm.Ledger> ledgers = new Storm(gateway, seed).rage(30, 6);

    ledgers.forEach(it -> compare(it, seed));
  }

  /** J111, J112: connections break between any two statements, also between commit and answer. */
  @Test
  void connections_to_the_database_that_break_again_and_again_lose_nothing_and_double_nothing() {
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger broken = new AtomicInteger();
    Thread killer =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over.get()) {
                    broken.addAndGet(breakConnections());
                    LockSupport.parkNanos(Duration.ofMillis(60).toNanos());
                  }
                });
    try {
      Map<Long, List<Storm.Ledger>> raged = new LinkedHashMap<>();
      for (long seed = 77; broken.get() <= ENOUGH_BROKEN && seed < 77 + MOST_STORMS; seed++) {
        raged.put(seed, new Storm(gateway, seed).rage(40, 4));
      }

      over.set(true);
      raged.forEach((seed, ledgers) -> ledgers.forEach(it -> compare(it, seed)));
      assertTrue(broken.get() > ENOUGH_BROKEN, "connections were broken while it raged: " + broken);
    } finally {
      over.set(true);
      killer.interrupt();
    }
  }

  private int breakConnections() {
    return books
        .rows(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name = 'transaction-service' AND random() < 0.5")
        .size();
  }

  private void compare(Storm.Ledger ledger, long seed) {
    String where = "seed " + seed + ", " + ledger.chargePoint + ": ";
    Map<Integer, Storm.Known> kept = new HashMap<>();
    Set<Integer> open = new HashSet<>();
    for (var row :
        books.rows(
            "SELECT id, started_at, meter_start, energy_wh, ended_at FROM transaction"
                + " WHERE charge_point = ?",
            ledger.chargePoint)) {
      int id = (Integer) row.get("id");
      Storm.Known said = ledger.transactions.get(id);
      if (row.get("ended_at") == null) {
        open.add(id);
      }
      kept.put(
          id,
          new Storm.Known(
              ((java.sql.Timestamp) row.get("started_at")).toInstant(),
              (Long) row.get("meter_start"),
              row.get("energy_wh") instanceof Long wh ? wh : said == null ? -1 : said.energyWh()));
    }
    assertEquals(ledger.transactions, kept, where + "transactions");
    assertEquals(
        ledger.open == null ? Set.of() : Set.of(ledger.open), open, where + "still running");
    assertEquals(
        ledger.readings.size(),
        books.count("SELECT count(*) FROM meter_value WHERE charge_point = ?", ledger.chargePoint),
        where + "readings");
    assertEquals(
        ledger.orphans,
        books.count(
            "SELECT count(*) FROM stray_stop WHERE charge_point = ? AND NOT duplicate",
            ledger.chargePoint),
        where + "orphans");
    assertEquals(
        ledger.duplicates,
        books.count(
            "SELECT count(*) FROM stray_stop WHERE charge_point = ? AND duplicate",
            ledger.chargePoint),
        where + "duplicates");
    assertEquals(
        ledger.statuses,
        books.count(
            "SELECT count(*) FROM connector_status WHERE charge_point = ?", ledger.chargePoint),
        where + "statuses");
  }
}
