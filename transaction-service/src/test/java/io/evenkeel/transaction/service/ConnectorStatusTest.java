package io.evenkeel.transaction.service;

import static io.evenkeel.ocpp.type.ChargePointStatus.Available;
import static io.evenkeel.ocpp.type.ChargePointStatus.Charging;
import static io.evenkeel.ocpp.type.ChargePointStatus.Faulted;
import static io.evenkeel.ocpp.type.ChargePointStatus.Finishing;
import static io.evenkeel.ocpp.type.ChargePointStatus.Preparing;
import static io.evenkeel.ocpp.type.ChargePointStatus.Reserved;
import static io.evenkeel.transaction.service.Messages.someChargePoint;
import static io.evenkeel.transaction.service.Messages.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.TransactionEvent.ConnectorStatusChanged;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.StatusNotification;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Items 40 to 42 and section L; over the bus, against PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConnectorStatusTest {

  @Inject TestGateway gateway;
  @Inject Told told;
  @Inject Books books;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(600);
  private final String chargePoint = someChargePoint();

  @Test
  void a_burst_of_statuses_after_the_boot_creates_the_connectors() {
    Uni.join()
        .all(
            IntStream.rangeClosed(0, 20)
                .mapToObj(
                    it ->
                        gateway.notified(
                            chargePoint, status(it, Available, now), now, List.of(), null))
                .toList())
        .andFailFast()
        .await()
        .atMost(Duration.ofSeconds(10));

    assertEquals(
        21,
        books.count(
            "SELECT count(*) FROM connector WHERE charge_point = ? AND status = 'Available'",
            chargePoint));
    assertEquals(21, told.of(chargePoint, ConnectorStatusChanged.class).size());
  }

  @Test
  void an_old_status_after_a_newer_one_is_history_and_the_state_stays() {
    report(1, Preparing, 10);
    report(1, Charging, 20);

    report(1, Available, 5);

    assertEquals("Charging", current(1).get("status"));
    assertEquals(3, history(1).size());
    assertEquals(true, history(1).getFirst().get("late"));
    assertEquals(List.of(Preparing, Charging), changes(), "what is late is not told");
  }

  @Test
  void TC_024_without_a_time_with_a_vendors_error_and_for_connector_0_it_is_accepted() {
    gateway.notify(chargePoint, status(1, Available, null));
    gateway.notify(
        chargePoint,
        new StatusNotification.Request(
            1,
            ChargePointErrorCode.ConnectorLockFailure,
            "stuck",
            Faulted,
            null,
            "io.evenkeel.test",
            "E-17"));
    gateway.notify(chargePoint, status(0, Available, now));

    assertEquals("Faulted", current(1).get("status"));
    assertEquals("ConnectorLockFailure", current(1).get("error_code"));
    assertEquals("E-17", current(1).get("vendor_error_code"));
    assertEquals("Available", current(0).get("status"));
  }

  @Test
  void a_status_that_is_repeated_is_kept_once_and_told_again() {
    report(1, Preparing, 10);
    report(1, Preparing, 10);

    assertEquals(1, history(1).size());
    assertEquals(List.of(Preparing, Preparing), changes());
  }

  @Test
  void the_same_state_reported_later_is_no_change() {
    report(1, Available, 10);

    report(1, Available, 70);

    assertEquals(2, history(1).size());
    assertEquals(List.of(Available), changes());
    assertEquals(
        java.sql.Timestamp.from(now.plusSeconds(10)), current(1).get("since"), "since the first");
  }

  @Test
  void of_two_in_the_same_second_the_later_received_counts() {
    gateway.notify(chargePoint, status(1, Preparing, now), now.plusMillis(100), List.of(), null);
    gateway.notify(chargePoint, status(1, Charging, now), now.plusMillis(200), List.of(), null);

    gateway.notify(chargePoint, status(1, Preparing, now), now.plusMillis(100), List.of(), null);

    assertEquals("Charging", current(1).get("status"), "a redelivery does not set it back");
  }

  @Test
  void a_clock_that_was_ahead_once_does_not_freeze_the_state() {
    gateway.notify(chargePoint, status(1, Faulted, Instant.parse("2099-01-01T00:00:00Z")));

    gateway.notify(chargePoint, status(1, Available, Instant.now()));

    assertEquals("Available", current(1).get("status"));
  }

  @Test
  void a_transition_that_OCPP_does_not_allow_is_recorded_as_an_anomaly() {
    report(1, Available, 10);
    report(1, Finishing, 20);
    report(1, Available, 30);
    report(0, Reserved, 10);

    assertEquals(
        List.of(false, true, false), history(1).stream().map(it -> it.get("anomaly")).toList());
    assertEquals("Finishing", history(1).getLast().get("previous_status"));
    assertEquals(true, history(0).getFirst().get("anomaly"), "connector 0 cannot be reserved");
    assertEquals("Reserved", current(0).get("status"), "never refused");
  }

  @Test
  void TC_004_2_TC_011_2_a_cable_that_was_never_plugged_leaves_no_transaction_and_no_anomaly() {
    report(1, Preparing, 10);

    report(1, Available, 70);

    assertEquals("Available", current(1).get("status"));
    assertTrue(history(1).stream().noneMatch(it -> Boolean.TRUE.equals(it.get("anomaly"))));
    assertEquals(
        0, books.count("SELECT count(*) FROM transaction WHERE charge_point = ?", chargePoint));
  }

  @Test
  void a_change_of_the_error_alone_is_a_change() {
    report(1, Faulted, 10);

    gateway.notify(
        chargePoint,
        new StatusNotification.Request(
            1,
            ChargePointErrorCode.GroundFailure,
            null,
            Faulted,
            Timestamp.of(now.plusSeconds(20)),
            null,
            null));

    assertEquals(2, told.of(chargePoint, ConnectorStatusChanged.class).size());
    assertTrue(
        told.of(chargePoint, ConnectorStatusChanged.class).getLast().errorCode()
            == ChargePointErrorCode.GroundFailure);
  }

  private void report(int connectorId, ChargePointStatus status, int second) {
    Instant at = now.plusSeconds(second);
    gateway.notify(
        chargePoint, status(connectorId, status, at), now.plusSeconds(500), List.of(), null);
  }

  private List<ChargePointStatus> changes() {
    return told.of(chargePoint, ConnectorStatusChanged.class).stream()
        .map(ConnectorStatusChanged::status)
        .toList();
  }

  private Map<String, @Nullable Object> current(int connectorId) {
    return books
        .rows(
            "SELECT * FROM connector WHERE charge_point = ? AND connector_id = ?",
            chargePoint,
            connectorId)
        .getFirst();
  }

  private List<Map<String, @Nullable Object>> history(int connectorId) {
    return books.rows(
        "SELECT * FROM connector_status WHERE charge_point = ? AND connector_id = ?"
            + " ORDER BY reported_at",
        chargePoint,
        connectorId);
  }
}
