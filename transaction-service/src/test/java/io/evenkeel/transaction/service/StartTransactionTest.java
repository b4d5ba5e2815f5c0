package io.evenkeel.transaction.service;

import static io.evenkeel.transaction.service.Messages.accepted;
import static io.evenkeel.transaction.service.Messages.decided;
import static io.evenkeel.transaction.service.Messages.limited;
import static io.evenkeel.transaction.service.Messages.someChargePoint;
import static io.evenkeel.transaction.service.Messages.someTag;
import static io.evenkeel.transaction.service.Messages.start;
import static io.evenkeel.transaction.service.Messages.stop;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.TransactionEvent.TransactionEnded;
import io.evenkeel.messaging.TransactionEvent.TransactionStarted;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Section E of the acceptance list, starts; over the bus, against PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StartTransactionTest {

  @Inject TestGateway gateway;
  @Inject Told told;
  @Inject Books books;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final String chargePoint = someChargePoint();
  private final String tag = someTag();

  @Test
  void TC_003_TC_004_1_TC_011_1_a_valid_start_is_answered_Accepted_with_a_positive_id_and_told() {
    var response = gateway.start(chargePoint, start(1, tag, 1000, now), accepted(tag));

    assertTrue(response.transactionId() > 0, "the id is positive");
    assertEquals(AuthorizationStatus.Accepted, response.idTagInfo().status());
    var started = told.of(chargePoint, TransactionStarted.class);
    assertEquals(1, started.size(), "told once");
    assertEquals(response.transactionId(), started.getFirst().transactionId());
    assertEquals(now, started.getFirst().startedAt());
    assertEquals(1000, started.getFirst().meterStartWh());
  }

  @Test
  void TC_010_ids_are_unique_in_the_system() {
    Set<Integer> ids = new HashSet<>();

    for (int i = 0; i < 40; i++) {
      ids.add(
          gateway
              .start(someChargePoint(), start(1, someTag(), 0, now), accepted(tag))
              .transactionId());
    }

    assertEquals(40, ids.size());
  }

  @Test
  void a_start_resent_under_another_message_id_and_socket_gets_the_same_id() {
    var request = start(1, tag, 1000, now);
    var first = gateway.start(chargePoint, request, accepted(tag));

    var again = gateway.start(chargePoint, request, accepted(tag));

    assertEquals(first, again, "the same answer");
    assertEquals(2, told.of(chargePoint, TransactionStarted.class).size(), "told again");
    assertEquals(1, transactions(), "kept once");
  }

  @Test
  void a_start_resent_in_another_case_of_the_tag_gets_the_same_id() {
    var first = gateway.start(chargePoint, start(1, "abC" + tag, 5, now), accepted(tag));

    var again = gateway.start(chargePoint, start(1, "ABc" + tag, 5, now), accepted(tag));

    assertEquals(first.transactionId(), again.transactionId());
  }

  @Test
  void a_start_resent_after_the_stop_gets_the_same_id_and_the_end_is_told_again() {
    var request = start(1, tag, 1000, now);
    int id = gateway.start(chargePoint, request, accepted(tag)).transactionId();
    gateway.stop(chargePoint, stop(id, 1500, now.plusSeconds(60)), null);

    var again = gateway.start(chargePoint, request, accepted(tag));

    assertEquals(id, again.transactionId());
    assertTrue(
        told.of(chargePoint).getLast() instanceof TransactionEnded,
        "who is told that it started is told that it ended");
    assertEquals(1, transactions());
  }

  @Test
  void a_start_resent_when_its_tag_is_blocked_by_now_gets_the_same_answer() {
    var request = start(1, tag, 1000, now);
    var first = gateway.start(chargePoint, request, accepted(tag));

    var again = gateway.start(chargePoint, request, decided(tag, AuthorizationStatus.Blocked));

    assertEquals(first, again);
  }

  @Test
  void the_same_start_sent_twenty_times_at_once_makes_one_transaction() {
    var request = start(1, tag, 1000, now);

    List<?> responses =
        Uni.join()
            .all(
                IntStream.range(0, 20)
                    .mapToObj(_ -> gateway.call(chargePoint, request, accepted(tag), now))
                    .toList())
            .andFailFast()
            .await()
            .atMost(Duration.ofSeconds(20));

    assertEquals(1, new HashSet<>(responses).size(), "one answer for all");
    assertEquals(1, transactions());
  }

  @Test
  void two_connectors_that_start_with_one_tag_in_the_same_second_get_two_ids() {
    var one = gateway.start(chargePoint, start(1, tag, 1000, now), accepted(tag));
    var two = gateway.start(chargePoint, start(2, tag, 1000, now), accepted(tag));

    assertNotEquals(one.transactionId(), two.transactionId());
    assertEquals(AuthorizationStatus.Accepted, two.idTagInfo().status());
  }

  @Test
  void TC_037_3_unknown_and_blocked_tags_are_answered_with_an_id_and_their_status_and_kept() {
    var unknown = gateway.start(chargePoint, start(1, tag, 0, now), Authorization.unknown(tag));
    var blocked =
        gateway.start(
            chargePoint, start(2, tag, 0, now), decided(tag, AuthorizationStatus.Blocked));

    assertEquals(AuthorizationStatus.Invalid, unknown.idTagInfo().status());
    assertEquals(AuthorizationStatus.Blocked, blocked.idTagInfo().status());
    assertTrue(unknown.transactionId() > 0 && blocked.transactionId() > 0, "both have an id");
    assertEquals(2, transactions());
    assertTrue(flags(unknown.transactionId()).contains("UnknownIdTag"));
    assertTrue(flags(blocked.transactionId()).contains("NotAuthorized"));
  }

  @Test
  void a_tag_past_its_expiry_is_answered_Expired() {
    var expired =
        new Authorization(tag, AuthorizationStatus.Accepted, now.minusSeconds(1), null, null);

    var response = gateway.start(chargePoint, start(1, tag, 0, now), expired);

    assertEquals(AuthorizationStatus.Expired, response.idTagInfo().status());
  }

  @Test
  void parentIdTag_and_expiryDate_are_in_the_answer_only_when_set() {
    var expiry = now.plusSeconds(86_400);
    var member = new Authorization(tag, AuthorizationStatus.Accepted, expiry, "GROUP", null);

    var with = gateway.start(chargePoint, start(1, tag, 0, now), member).idTagInfo();
    var without = gateway.start(chargePoint, start(2, tag, 0, now), accepted(tag)).idTagInfo();

    assertEquals("GROUP", with.parentIdTag());
    assertEquals(Timestamp.of(expiry), with.expiryDate());
    assertNull(without.parentIdTag());
    assertNull(without.expiryDate());
  }

  @Test
  void without_a_decision_of_auth_service_the_transaction_is_let_in_and_flagged() {
    var response = gateway.start(chargePoint, start(1, tag, 0, now), null);

    assertEquals(AuthorizationStatus.Accepted, response.idTagInfo().status());
    assertTrue(flags(response.transactionId()).contains("AuthorizationUnavailable"));
  }

  @Test
  void TC_037_1_TC_039_a_start_three_days_old_is_kept_at_its_own_time() {
    Instant threeDaysAgo = now.minus(Duration.ofDays(3));

    var response = gateway.start(chargePoint, start(1, tag, 7, threeDaysAgo), accepted(tag));

    assertEquals(AuthorizationStatus.Accepted, response.idTagInfo().status());
    var started = told.of(chargePoint, TransactionStarted.class).getFirst();
    assertEquals(threeDaysAgo, started.startedAt());
    assertTrue(
        started.receivedAt().isAfter(now.minusSeconds(60)), "the time of receipt stands beside it");
    assertTrue(flags(response.transactionId()).contains("ReplayedOffline"));
  }

  @Test
  void TC_046_a_start_with_a_reservation_is_answered_and_keeps_its_number() {
    var request = new StartTransaction.Request(1, tag, 0, 4711, Timestamp.of(now));

    var response = gateway.start(chargePoint, request, accepted(tag));

    assertEquals(
        4711,
        books
            .rows("SELECT reservation_id FROM transaction WHERE id = ?", response.transactionId())
            .getFirst()
            .get("reservation_id"));
  }

  @Test
  void a_clock_in_1970_or_2099_is_kept_and_flagged() {
    var past = start(1, tag, 0, Instant.parse("1970-01-01T00:00:12Z"));
    var future = start(2, tag, 0, Instant.parse("2099-12-31T23:59:59Z"));

    int pastId = gateway.start(chargePoint, past, accepted(tag)).transactionId();
    int futureId = gateway.start(chargePoint, future, accepted(tag)).transactionId();

    assertEquals(Set.of("ClockImplausible"), flags(pastId));
    assertEquals(Set.of("ClockImplausible"), flags(futureId));
    assertEquals(pastId, gateway.start(chargePoint, past, accepted(tag)).transactionId());
  }

  @Test
  void what_the_decoder_forgave_is_kept_with_the_raw_payload() {
    var response =
        (StartTransaction.Response)
            gateway
                .call(
                    chargePoint,
                    start(1, tag, 12, now),
                    accepted(tag),
                    now,
                    List.of("meterStart: fraction rounded"),
                    "{\"meterStart\":12.4}")
                .await()
                .atMost(Duration.ofSeconds(10));

    assertTrue(flags(response.transactionId()).contains("Lenient"));
    assertEquals(
        "{\"meterStart\":12.4}",
        books
            .rows("SELECT start_raw FROM transaction WHERE id = ?", response.transactionId())
            .getFirst()
            .get("start_raw"));
  }

  @Test
  void a_start_without_a_time_of_its_own_that_is_resent_gets_the_same_id() {
    List<String> remarks = List.of("timestamp: missing, time of receipt assumed");
    var first =
        gateway.call(chargePoint, start(1, tag, 12, now), accepted(tag), now, remarks, "{}");
    Instant later = now.plusSeconds(30);
    var again =
        gateway.call(chargePoint, start(1, tag, 12, later), accepted(tag), later, remarks, "{}");

    assertEquals(
        first.await().atMost(Duration.ofSeconds(10)), again.await().atMost(Duration.ofSeconds(10)));
    assertEquals(1, transactions());
  }

  @Test
  void a_tag_with_a_null_character_is_kept_and_found_again() {
    var request = start(1, "a\0" + tag, 12, now);

    int id = gateway.start(chargePoint, request, null).transactionId();

    assertEquals(id, gateway.start(chargePoint, request, null).transactionId());
  }

  @Test
  void ConcurrentTx_only_when_the_limit_is_reached_and_not_for_the_tags_own_retry() {
    var request = start(1, tag, 0, now);
    var first = gateway.start(chargePoint, request, limited(tag, 1));
    var retry = gateway.start(chargePoint, request, limited(tag, 1));
    var elsewhere = gateway.start(someChargePoint(), start(1, tag, 0, now), limited(tag, 1));
    gateway.stop(chargePoint, stop(first.transactionId(), 1, now.plusSeconds(5)), null);
    var afterStop =
        gateway.start(someChargePoint(), start(1, tag, 0, now.plusSeconds(6)), limited(tag, 1));

    assertEquals(AuthorizationStatus.Accepted, first.idTagInfo().status());
    assertEquals(first, retry);
    assertEquals(AuthorizationStatus.ConcurrentTx, elsewhere.idTagInfo().status());
    assertEquals(
        AuthorizationStatus.Accepted,
        afterStop.idTagInfo().status(),
        "the ConcurrentTx one does not count, and the first has ended");
  }

  @Test
  void of_thirty_starts_at_once_with_a_limit_of_three_exactly_three_are_accepted() {
    List<?> responses =
        Uni.join()
            .all(
                IntStream.range(0, 30)
                    .mapToObj(
                        _ ->
                            gateway.call(
                                someChargePoint(), start(1, tag, 0, now), limited(tag, 3), now))
                    .toList())
            .andFailFast()
            .await()
            .atMost(Duration.ofSeconds(20));

    long accepted =
        responses.stream()
            .map(StartTransaction.Response.class::cast)
            .filter(it -> it.idTagInfo().status() == AuthorizationStatus.Accepted)
            .count();
    assertEquals(3, accepted);
  }

  private long transactions() {
    return books.count("SELECT count(*) FROM transaction WHERE charge_point = ?", chargePoint);
  }

  private Set<String> flags(int id) {
    var rows = books.rows("SELECT unnest(flags) AS flag FROM transaction WHERE id = ?", id);
    Set<String> flags = new HashSet<>();
    rows.forEach(row -> flags.add(String.valueOf(row.get("flag"))));
    return flags;
  }
}
