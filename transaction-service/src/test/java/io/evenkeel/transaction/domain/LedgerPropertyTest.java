package io.evenkeel.transaction.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.messaging.TransactionEvent.TransactionEnded;
import io.evenkeel.messaging.TransactionEvent.TransactionStarted;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What holds for any sequence of starts, stops, boots and readings, cut into any batches, with any
 * of them repeated at any time. The seed is in every message.
 */
class LedgerPropertyTest {

  private static final int SEEDS = 400;
  private static final int ENTRIES = 60;
  private static final int LIMIT = 2;
  private static final Instant EPOCH = Instant.parse("2026-05-01T00:00:00Z");

  /** The books between the batches, as the database would hold them. */
  private static final class Books {
    private final Map<Integer, Transaction> transactions = new LinkedHashMap<>();
    private final Map<String, StrayStop> strays = new LinkedHashMap<>();
    private final Set<StrayStop> joined = new HashSet<>();
    private final AtomicInteger ids = new AtomicInteger();

    List<Outcome> enter(List<Entry> batch) {
      LedgerPage page =
          new LedgerPage(
              List.copyOf(transactions.values()),
              live(),
              strays.values().stream().filter(it -> !joined.contains(it)).toList());
      Ledger ledger =
          new Ledger(
              new Plausibility(Duration.ofMinutes(5)),
              page,
              Map.of(),
              Stream.generate(ids::incrementAndGet).iterator());
      List<Outcome> outcomes = batch.stream().map(ledger::enter).toList();
      ledger.changes().opened().forEach(it -> put(it.transaction()));
      ledger.changes().changed().forEach(this::put);
      ledger
          .changes()
          .strays()
          .forEach(
              it ->
                  strays.putIfAbsent(
                      it.chargePoint()
                          + it.transactionId()
                          + it.stop().at()
                          + it.stop().meterStop(),
                      it));
      ledger.changes().joined().forEach(it -> joined.add(it.orphan()));
      return outcomes;
    }

    private void put(Transaction transaction) {
      transactions.put(transaction.id(), transaction);
    }

    private Map<String, Integer> live() {
      Map<String, Integer> live = new HashMap<>(Map.of("t0", 0, "t1", 0, "t2", 0));
      transactions.values().stream()
          .filter(Transaction::live)
          .forEach(it -> live.merge(it.key().tag(), 1, Integer::sum));
      return live;
    }
  }

  @Test
  void repeats_change_nothing_connectors_have_one_transaction_and_limits_hold() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Books books = new Books();
      Map<Entry, Outcome> first = new LinkedHashMap<>();
      List<Entry> batch = new ArrayList<>();
      for (int i = 0; i < ENTRIES; i++) {
        List<Entry> known = List.copyOf(first.keySet());
        batch.add(
            !known.isEmpty() && random.nextInt(3) == 0
                ? known.get(random.nextInt(known.size()))
                : entry(random, i, books));
        if (random.nextInt(3) == 0) {
          List<Outcome> outcomes = books.enter(batch);
          check("seed " + seed + ", entry " + i + ": ", books, batch, outcomes, first);
          batch.clear();
        }
      }
    }
  }

  private static void check(
      String where,
      Books books,
      List<Entry> batch,
      List<Outcome> outcomes,
      Map<Entry, Outcome> first) {
    for (int i = 0; i < batch.size(); i++) {
      Outcome outcome = outcomes.get(i);
      Outcome before = first.putIfAbsent(batch.get(i), outcome);
      if (before != null) {
        assertEquals(before.response(), outcome.response(), where + "the same answer again");
      }
      for (TransactionEvent event : outcome.events()) {
        checkTold(where, books, event);
      }
    }
    Set<Connector> running = new HashSet<>();
    Map<NaturalKey, Integer> ids = new HashMap<>();
    Map<String, Integer> live = new HashMap<>();
    for (Transaction it : books.transactions.values()) {
      assertTrue(it.energyWh() >= 0, where + "energy is never negative");
      assertEquals(null, ids.put(it.key(), it.id()), where + "one transaction for a natural key");
      if (it.open()) {
        assertTrue(
            running.add(new Connector(it.key().chargePoint(), it.key().connectorId())),
            where + "one running transaction on a connector");
      }
      if (it.live()) {
        live.merge(it.key().tag(), 1, Integer::sum);
      }
    }
    live.forEach((tag, count) -> assertTrue(count <= LIMIT, where + "the limit of " + tag));
  }

  private static void checkTold(String where, Books books, TransactionEvent event) {
    switch (event) {
      case TransactionStarted it ->
          assertTrue(books.transactions.containsKey(it.transactionId()), where + "it is known");
      case TransactionEnded it ->
          assertTrue(
              !books.transactions.get(it.transactionId()).open()
                  || books.transactions.get(it.transactionId()).flags().contains(Flag.Reopened),
              where + "it has ended");
      default -> throw new AssertionError(where + event);
    }
  }

  private static Entry entry(Random random, int step, Books books) {
    String chargePoint = "CP" + random.nextInt(3);
    Instant received = EPOCH.plusSeconds(60L * step);
    Instant at = random.nextInt(5) == 0 ? received.minusSeconds(random.nextInt(9000)) : received;
    int roll = random.nextInt(10);
    if (roll < 5) {
      String tag = "T" + random.nextInt(3);
      return new Entry.Start(
          chargePoint,
          received,
          new StartTransaction.Request(
              1 + random.nextInt(2), tag, random.nextInt(1000), null, Timestamp.of(at)),
          new Authorization(tag, AuthorizationStatus.Accepted, null, null, LIMIT),
          Leniency.NONE);
    }
    int id = books.ids.get() == 0 ? -1 : random.nextInt(books.ids.get() + 2) - 1;
    if (roll < 8) {
      return new Entry.Stop(
          chargePoint,
          received,
          new StopTransaction.Request(null, random.nextInt(2000), Timestamp.of(at), id, null, null),
          null,
          Leniency.NONE);
    }
    return roll == 8
        ? new Entry.Boot(chargePoint, received)
        : new Entry.Stop(
            chargePoint,
            received,
            new StopTransaction.Request(
                "T" + random.nextInt(3), random.nextInt(2000), Timestamp.of(at), -1, null, null),
            null,
            Leniency.NONE);
  }
}
