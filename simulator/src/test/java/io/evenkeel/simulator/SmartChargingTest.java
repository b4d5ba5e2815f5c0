package io.evenkeel.simulator;

import static io.evenkeel.simulator.Await.answer;
import static io.evenkeel.simulator.charging.Profiles.absolute;
import static io.evenkeel.simulator.charging.Profiles.longSchedule;
import static io.evenkeel.simulator.charging.Profiles.relative;
import static io.evenkeel.simulator.charging.Profiles.schedule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.Decoded;
import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.core.GetConfiguration;
import io.evenkeel.ocpp.core.Heartbeat;
import io.evenkeel.ocpp.core.RemoteStartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.simulator.charging.Car;
import io.evenkeel.simulator.charging.ChargerModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Delta AC MAX under charging profiles. */
class SmartChargingTest {
  private static final String ID = "DELTA";
  private static final Duration HANG = Duration.ofMillis(300);

  private final ScriptedCentralSystem central = new ScriptedCentralSystem();
  private VirtualChargePoint point;

  @BeforeEach
  void connect() {
    point =
        answer(
            VirtualChargePoint.connect(
                VirtualChargePointOptions.of(central.url(), ID)
                    .model(ChargerModel.DELTA_AC_MAX.hangingFor(HANG))
                    .configuration("MeterValueSampleInterval", "0")
                    .backoff(Duration.ofMillis(5), Duration.ofMillis(20))
                    .rebootTime(Duration.ofMillis(20))
                    .tick(Duration.ofMillis(10))));
  }

  @AfterEach
  void close() {
    point.close();
    central.close();
  }

  private SetChargingProfile.Status set(int connectorId, ChargingProfile profile) {
    return central
        .ask(
            ID,
            new SetChargingProfile.Request(connectorId, profile),
            SetChargingProfile.Response.class)
        .status();
  }

  @Test
  void it_draws_what_the_profile_allows_and_pauses_below_six_ampere() {
    // Given
    answer(point.plugIn(1, new Car(3, 32, 50_000, 1000, 0.9)));
    int id = answer(point.startTransaction(1, "TAG1")).transactionId();
    answer(point.awaitState(1, s -> s.currentA() == 32));

    // When, then
    var twelve =
        absolute(1, 0, ChargingProfilePurpose.TxProfile, id, schedule(past(), null, 0, 12.5));
    assertEquals(SetChargingProfile.Status.Accepted, set(1, twelve));
    answer(point.awaitState(1, s -> s.currentA() == 12.5 && s.limitA() == 12.5));

    var five = absolute(1, 0, ChargingProfilePurpose.TxProfile, id, schedule(past(), null, 0, 5.9));
    set(1, five);
    answer(point.awaitStatus(1, ChargePointStatus.SuspendedEVSE));
    assertEquals(0, point.connector(1).currentA());

    var cleared =
        central.ask(
            ID,
            new ClearChargingProfile.Request(1, null, null, null),
            ClearChargingProfile.Response.class);
    assertEquals(ClearChargingProfile.Status.Accepted, cleared.status());
    answer(point.awaitStatus(1, ChargePointStatus.Charging));
  }

  private static Instant past() {
    return Instant.now().minusSeconds(60);
  }

  @Test
  void the_end_of_a_transaction_voids_its_profile_and_a_reboot_keeps_the_default() {
    set(0, relative(1, 0, ChargingProfilePurpose.TxDefaultProfile, 0, 8));
    answer(point.startTransaction(1, "TAG1"));
    set(1, relative(2, 0, ChargingProfilePurpose.TxProfile, 0, 20));
    answer(point.awaitState(1, s -> s.limitA() == 20));

    answer(point.stopTransaction(1, StopTransaction.Reason.Local));
    answer(point.awaitState(1, s -> s.limitA() == 8));
    point.reboot();
    Await.until(
        "a second boot", () -> central.heard(ID, BootNotification.Request.class).size() == 2);
    answer(point.awaitAccepted());
    assertEquals(8, point.connector(1).limitA());
    assertEquals(
        SetChargingProfile.Status.Rejected,
        set(1, relative(3, 0, ChargingProfilePurpose.TxProfile, 0, 20)),
        "no transaction runs");
  }

  @Test
  void it_says_twenty_periods_and_stands_ten() {
    answer(point.startTransaction(1, "TAG1"));

    var said =
        central.ask(
            ID,
            new GetConfiguration.Request(List.of("ChargingScheduleMaxPeriods")),
            GetConfiguration.Response.class);

    assertEquals("20", Objects.requireNonNull(said.configurationKey()).getFirst().value());
    assertEquals(SetChargingProfile.Status.Accepted, set(1, longSchedule(1, 10)));
  }

  @Test
  void a_longer_schedule_hangs_it_then_an_empty_status_and_the_connection_is_gone() {
    // Given
    answer(point.startTransaction(1, "TAG1"));
    long asked = System.nanoTime();

    // When
    var how = answer(central.command(ID, new SetChargingProfile.Request(1, longSchedule(1, 11))));

    // Then
    assertInstanceOf(Decoded.BadResult.class, how, "an empty status is no valid answer");
    assertTrue(System.nanoTime() - asked >= HANG.toNanos(), "only after it hung");
    Await.until("it comes back", () -> central.connections.get() == 2);
    answer(point.awaitAccepted());
    assertEquals(32, point.connector(1).limitA(), "the profile was not applied");
    answer(point.heartbeat());
  }

  @Test
  void while_it_hangs_it_says_nothing() {
    answer(point.startTransaction(1, "TAG1"));
    var hanging = central.command(ID, new SetChargingProfile.Request(1, longSchedule(1, 20)));
    answer(point.awaitCommand(SetChargingProfile.Request.class));
    int before = central.heard(ID, Heartbeat.Request.class).size();

    var heartbeat = point.heartbeat();

    assertInstanceOf(CallUnanswered.class, Await.failure(heartbeat), "the connection went first");
    answer(hanging);
    assertEquals(before, central.heard(ID, Heartbeat.Request.class).size());
  }

  @Test
  void TC_059_a_remote_start_brings_its_profile() {
    answer(point.plugIn(1, Car.typical()));

    central.ask(
        ID,
        new RemoteStartTransaction.Request(
            1, "TAG1", relative(9, 0, ChargingProfilePurpose.TxProfile, 0, 9)),
        RemoteStartTransaction.Response.class);

    answer(point.awaitState(1, s -> s.inTransaction() && s.limitA() == 9));
  }

  @Test
  void it_rejects_a_remote_start_without_a_car() {
    var status =
        central
            .ask(
                ID,
                new RemoteStartTransaction.Request(1, "TAG1", null),
                RemoteStartTransaction.Response.class)
            .status();

    assertEquals(RemoteStartTransaction.Status.Rejected, status);
  }

  @Test
  void TC_066_the_composite_schedule() {
    set(0, relative(1, 0, ChargingProfilePurpose.TxDefaultProfile, 0, 8));

    var response =
        central.ask(
            ID, new GetCompositeSchedule.Request(1, 60, null), GetCompositeSchedule.Response.class);
    var wrong =
        central.ask(
            ID, new GetCompositeSchedule.Request(4, 60, null), GetCompositeSchedule.Response.class);

    assertEquals(GetCompositeSchedule.Status.Accepted, response.status());
    assertEquals(
        8,
        Objects.requireNonNull(response.chargingSchedule())
            .chargingSchedulePeriod()
            .getFirst()
            .limit()
            .intValue());
    assertEquals(GetCompositeSchedule.Status.Rejected, wrong.status());
    assertNull(wrong.chargingSchedule());
    assertFalse(point.connector(1).inTransaction());
  }
}
