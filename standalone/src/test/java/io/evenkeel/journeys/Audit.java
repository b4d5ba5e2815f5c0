package io.evenkeel.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.simulator.Ledger;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what charge points were told with what the API shows: nothing acknowledged is missing,
 * nothing is there twice.
 */
final class Audit {

  private static final int PAGE = 1000;

  private final Api api;

  Audit(Api api) {
    this.api = api;
  }

  void check(Ledger ledger) {
    assertEquals(List.of(), ledger.discarded(), "charge points gave up on nothing");
    assertEquals(List.of(), ledger.open(), "everything was answered");
    Map<String, List<Ledger.Start>> starts =
        ledger.starts().stream().collect(Collectors.groupingBy(Ledger.Start::chargePoint));
    Map<Integer, Map<String, Object>> transactions = new HashMap<>();
    starts.forEach((chargePoint, told) -> transactions.putAll(startsOf(chargePoint, told)));
    ledger.stops().forEach(stop -> checkStop(stop, transactions));
    checkMeterValues(ledger, transactions.keySet());
  }

  private Map<Integer, Map<String, Object>> startsOf(String chargePoint, List<Ledger.Start> told) {
    Map<Integer, Map<String, Object>> found = new HashMap<>();
    for (Map<String, Object> item : all("/api/transactions?chargePoint=" + chargePoint + "&")) {
      found.put((Integer) item.get("id"), item);
    }
    Set<Integer> ids = new HashSet<>();
    for (Ledger.Start start : told) {
      int id = start.response().transactionId();
      Map<String, Object> transaction = found.get(id);
      assertNotNull(transaction, () -> "acknowledged but not there: " + start);
      assertEquals(
          start.request().meterStart(),
          ((Number) transaction.get("meterStartWh")).longValue(),
          () -> "another transaction under the id of " + start);
      ids.add(id);
    }
    assertEquals(told.size(), ids.size(), chargePoint + ": each start has an id of its own");
    assertEquals(ids, found.keySet(), chargePoint + ": nothing is there that was not told");
    return found;
  }

  private static void checkStop(Ledger.Stop stop, Map<Integer, Map<String, Object>> transactions) {
    Map<String, Object> transaction = transactions.get(stop.request().transactionId());
    assertNotNull(transaction, () -> "stop of a transaction that is not there: " + stop);
    assertEquals("ended", transaction.get("state"), () -> "acknowledged but not ended: " + stop);
    assertEquals(
        stop.request().meterStop(),
        ((Number) transaction.get("meterStopWh")).longValue(),
        () -> "another stop was booked than " + stop);
    long start = ((Number) transaction.get("meterStartWh")).longValue();
    assertEquals(
        stop.request().meterStop() - start,
        ((Number) transaction.get("energyWh")).longValue(),
        () -> "energy of " + transaction);
  }

  private void checkMeterValues(Ledger ledger, Set<Integer> transactions) {
    Map<Integer, List<Instant>> told = new HashMap<>();
    for (Ledger.Metered metered : ledger.meterValues()) {
      MeterValues.Request request = metered.request();
      Integer id = request.transactionId();
      assertNotNull(id, () -> "meter values of no transaction: " + metered);
      request
          .meterValue()
          .forEach(
              value ->
                  told.computeIfAbsent(id, ignored -> new ArrayList<>())
                      .add(value.timestamp().instant()));
    }
    for (int id : transactions) {
      List<Instant> stored = new ArrayList<>();
      for (Map<String, Object> item : all("/api/transactions/" + id + "/meter-values?")) {
        if (isPeriodic(item)) {
          stored.add(Instant.parse((String) item.get("sampledAt")));
        }
      }
      assertEquals(
          sorted(told.getOrDefault(id, List.of())),
          sorted(stored),
          "meter values of transaction " + id + ": told and stored");
    }
  }

  @SuppressWarnings("unchecked")
  private static boolean isPeriodic(Map<String, Object> meterValue) {
    List<Map<String, Object>> samples = (List<Map<String, Object>>) meterValue.get("samples");
    return samples.stream().anyMatch(sample -> "Sample.Periodic".equals(sample.get("context")));
  }

  /**
   * Each moment once per message: two messages of one moment with equal samples are one reading.
   */
  private static List<Instant> sorted(List<Instant> instants) {
    return instants.stream().distinct().sorted().toList();
  }

  private List<Map<String, Object>> all(String query) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (int page = 0; ; page++) {
      JsonPath answer =
          api.get(query + "page=" + page + "&size=" + PAGE)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      List<Map<String, Object>> found = answer.getList("items");
      items.addAll(found);
      if (found.size() < PAGE) {
        return items;
      }
    }
  }
}
