package io.evenkeel.transaction.service;

import static io.evenkeel.transaction.service.Messages.accepted;
import static io.evenkeel.transaction.service.Messages.at;
import static io.evenkeel.transaction.service.Messages.energy;
import static io.evenkeel.transaction.service.Messages.ofParent;
import static io.evenkeel.transaction.service.Messages.someChargePoint;
import static io.evenkeel.transaction.service.Messages.someTag;
import static io.evenkeel.transaction.service.Messages.start;
import static io.evenkeel.transaction.service.Messages.stop;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.TransactionEvent.TransactionEnded;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.core.StopTransaction.Reason;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.IdTagInfo;
import io.evenkeel.ocpp.type.MeterValue;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section E of the acceptance list, stops; over the bus, against PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StopTransactionTest {

  @Inject TestGateway gateway;
  @Inject Told told;
  @Inject Books books;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final String chargePoint = someChargePoint();
  private final String tag = someTag();

  @ParameterizedTest
  @EnumSource(Reason.class)
  void TC_005_1_TC_012_TC_032_1_a_stop_ends_the_transaction_with_its_reason(Reason reason) {
    int id = started(1000);

    gateway.stop(chargePoint, stop(id, tag, 1500, now.plusSeconds(9), reason), accepted(tag));

    assertEquals(reason.name(), transaction(id).get("stop_reason"));
    assertEquals(500L, transaction(id).get("energy_wh"));
    var ended = told.of(chargePoint, TransactionEnded.class).getFirst();
    assertEquals(500, ended.energyWh());
    assertEquals(now.plusSeconds(9), ended.endedAt());
    assertEquals(false, ended.byEvidence());
  }

  @Test
  void without_a_reason_it_is_Local() {
    int id = started(0);

    gateway.stop(chargePoint, stop(id, 1, now.plusSeconds(9)), null);

    assertEquals("Local", transaction(id).get("stop_reason"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 2_000_000_000})
  void a_stop_of_an_id_that_is_not_known_is_answered_and_kept_as_an_orphan(int unknown) {
    int id = started(1000);

    var response = gateway.stop(chargePoint, stop(unknown, 1500, now.plusSeconds(9)), null);

    assertNull(response.idTagInfo());
    assertEquals(Set.of("OrphanStop"), strayFlags());
    assertNull(transaction(id).get("ended_at"), "no other transaction is touched");
    assertTrue(told.of(chargePoint, TransactionEnded.class).isEmpty());
  }

  @Test
  void a_stop_of_another_charge_points_transaction_touches_nothing() {
    int id = started(1000);
    String other = someChargePoint();

    gateway.stop(other, stop(id, 1500, now.plusSeconds(9)), null);

    assertNull(transaction(id).get("ended_at"));
    assertEquals(1, books.count("SELECT count(*) FROM stray_stop WHERE charge_point = ?", other));
  }

  @Test
  void an_orphan_that_is_repeated_is_kept_once() {
    var orphan = stop(-1, 1500, now.plusSeconds(9));

    gateway.stop(chargePoint, orphan, null);
    gateway.stop(chargePoint, orphan, null);

    assertEquals(1, strays());
  }

  @Test
  void a_stop_that_is_repeated_changes_nothing_and_is_told_again() {
    int id = started(1000);
    var stop = stop(id, tag, 1500, now.plusSeconds(9), Reason.Remote);
    var first = gateway.stop(chargePoint, stop, accepted(tag));

    var again = gateway.stop(chargePoint, stop, accepted(tag));

    assertEquals(first, again);
    assertEquals(500L, transaction(id).get("energy_wh"));
    assertEquals(0, strays(), "a repeat is no duplicate");
    assertEquals(2, told.of(chargePoint, TransactionEnded.class).size());
  }

  @Test
  void a_second_stop_that_says_something_else_is_kept_as_a_duplicate_and_books_nothing() {
    int id = started(1000);
    gateway.stop(chargePoint, stop(id, 1500, now.plusSeconds(9)), null);

    gateway.stop(chargePoint, stop(id, 1900, now.plusSeconds(99)), null);

    assertEquals(500L, transaction(id).get("energy_wh"), "energy is not doubled");
    assertEquals(Set.of("DuplicateStop"), flags(id));
    assertEquals(Set.of("DuplicateStop"), strayFlags());
    assertEquals(1, told.of(chargePoint, TransactionEnded.class).size());
  }

  @Test
  void a_stop_that_comes_before_its_start_is_joined_with_it() {
    Instant begun = now.minus(Duration.ofHours(2));
    gateway.stop(
        chargePoint,
        new StopTransaction.Request(
            tag, 4200, Timestamp.of(begun.plusSeconds(600)), -1, null, data(begun, 3)),
        accepted(tag));

    var response = gateway.start(chargePoint, start(1, tag, 1000, begun), accepted(tag));

    int id = response.transactionId();
    assertEquals(3200L, transaction(id).get("energy_wh"));
    assertTrue(flags(id).containsAll(Set.of("StopBeforeStart", "ReplayedOffline")));
    assertEquals(
        id,
        books
            .rows("SELECT joined_to FROM stray_stop WHERE charge_point = ?", chargePoint)
            .getFirst()
            .get("joined_to"));
    assertEquals(1, told.of(chargePoint, TransactionEnded.class).size());
    assertEquals(
        3,
        books.count(
            "SELECT count(*) FROM meter_value WHERE charge_point = ? AND transaction_id = ?",
            chargePoint,
            id),
        "its transactionData goes with it");
  }

  @Test
  void an_orphan_is_not_joined_with_what_starts_after_it() {
    gateway.stop(chargePoint, stop(-1, 4200, now.minusSeconds(60)), null);

    int id = started(1000);

    assertNull(transaction(id).get("ended_at"));
  }

  @Test
  void the_same_tag_may_stop_and_is_answered_Accepted() {
    assertEquals(
        AuthorizationStatus.Accepted, stoppedBy(tag.toUpperCase(java.util.Locale.ROOT), null));
  }

  @Test
  void a_tag_of_the_same_parent_may_stop_and_is_answered_Accepted() {
    int id =
        gateway.start(chargePoint, start(1, tag, 0, now), ofParent(tag, "GROUP")).transactionId();

    var info =
        info(
            gateway.stop(
                chargePoint,
                stop(id, "OTHER", 9, now.plusSeconds(9), null),
                ofParent("OTHER", "group")));

    assertEquals(AuthorizationStatus.Accepted, info.status());
    assertEquals("group", info.parentIdTag());
  }

  @Test
  void another_tag_is_answered_Invalid_and_the_energy_is_booked_all_the_same() {
    assertEquals(AuthorizationStatus.Invalid, stoppedBy("OTHER", accepted("OTHER")));

    var row =
        books.rows("SELECT * FROM transaction WHERE charge_point = ?", chargePoint).getFirst();
    assertEquals(9L, row.get("energy_wh"));
    assertTrue(strings(row.get("flags")).contains("StoppedByOtherTag"));
  }

  private AuthorizationStatus stoppedBy(String idTag, @Nullable Authorization authorization) {
    int id = started(0);
    return info(gateway.stop(
            chargePoint, stop(id, idTag, 9, now.plusSeconds(9), null), authorization))
        .status();
  }

  @Test
  void a_stop_without_a_tag_has_no_idTagInfo() {
    int id = started(0);

    assertNull(gateway.stop(chargePoint, stop(id, 9, now.plusSeconds(9)), null).idTagInfo());
  }

  @Test
  void a_register_that_went_backwards_is_kept_and_flagged_and_books_nothing() {
    int id = started(1000);

    gateway.stop(chargePoint, stop(id, 999, now.plusSeconds(9)), null);

    assertEquals(999L, transaction(id).get("meter_stop"));
    assertEquals(0L, transaction(id).get("energy_wh"));
    assertEquals(Set.of("MeterBackwards"), flags(id));
  }

  @Test
  void huge_and_fractional_readings_are_kept_and_flagged() {
    int id = started(0);

    gateway
        .call(
            chargePoint,
            stop(id, Long.MAX_VALUE, now.plusSeconds(9)),
            null,
            now,
            List.of("meterStop: fraction rounded", "meterStop: out of range, clamped"),
            "{\"meterStop\":1e99}")
        .await()
        .atMost(Duration.ofSeconds(10));

    assertEquals(Long.MAX_VALUE, transaction(id).get("meter_stop"));
    assertEquals(Set.of("MeterImplausible", "Lenient"), flags(id));
    assertEquals("{\"meterStop\":1e99}", transaction(id).get("stop_raw"));
  }

  @Test
  void a_clock_that_went_backwards_is_flagged() {
    int id = started(0);

    gateway.stop(chargePoint, stop(id, 9, now.minusSeconds(30)), null);

    assertEquals(Set.of("TimeBackwards"), flags(id));
  }

  @Test
  void transactionData_of_500_samples_is_kept_once() {
    int id = started(0);
    var stop =
        new StopTransaction.Request(
            null, 9, Timestamp.of(now.plusSeconds(999)), id, null, data(now, 500));

    gateway.stop(chargePoint, stop, null);
    gateway.stop(chargePoint, stop, null);

    assertEquals(
        500,
        books.count(
            "SELECT count(*) FROM meter_value WHERE charge_point = ? AND connector_id = 1"
                + " AND transaction_id = ?",
            chargePoint,
            id));
  }

  private static List<MeterValue> data(Instant from, int count) {
    List<MeterValue> data = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      data.add(at(from.plusSeconds(i), energy(Integer.toString(i))));
    }
    return data;
  }

  private int started(long meterStart) {
    return gateway
        .start(chargePoint, start(1, tag, meterStart, now), accepted(tag))
        .transactionId();
  }

  private static IdTagInfo info(StopTransaction.Response response) {
    IdTagInfo info = response.idTagInfo();
    assertNotNull(info, "a presented tag is answered");
    return info;
  }

  private Map<String, @Nullable Object> transaction(int id) {
    return books.rows("SELECT * FROM transaction WHERE id = ?", id).getFirst();
  }

  private Set<String> flags(int id) {
    return strings(transaction(id).get("flags"));
  }

  private long strays() {
    return books.count("SELECT count(*) FROM stray_stop WHERE charge_point = ?", chargePoint);
  }

  private Set<String> strayFlags() {
    return strings(
        books
            .rows("SELECT flags FROM stray_stop WHERE charge_point = ?", chargePoint)
            .getFirst()
            .get("flags"));
  }

  static Set<String> strings(@Nullable Object array) {
    try {
      return array instanceof Array texts ? Set.of((String[]) texts.getArray()) : Set.of();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
