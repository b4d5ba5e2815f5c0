package io.evenkeel.simulator;

import static io.evenkeel.simulator.Await.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Decoded;
import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.core.ChangeAvailability;
import io.evenkeel.ocpp.core.ChangeConfiguration;
import io.evenkeel.ocpp.core.ClearCache;
import io.evenkeel.ocpp.core.DataTransfer;
import io.evenkeel.ocpp.core.GetConfiguration;
import io.evenkeel.ocpp.core.Heartbeat;
import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.core.RemoteStartTransaction;
import io.evenkeel.ocpp.core.RemoteStopTransaction;
import io.evenkeel.ocpp.core.Reset;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.core.UnlockConnector;
import io.evenkeel.ocpp.trigger.TriggerMessage;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.simulator.charging.Car;
import io.evenkeel.simulator.charging.ChargerModel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private static final String ID = "CP1";

  private final ScriptedCentralSystem central = new ScriptedCentralSystem();
  private VirtualChargePoint point;

  @BeforeEach
  void connect() {
    point = answer(VirtualChargePoint.connect(options()));
  }

  @AfterEach
  void close() {
    point.close();
    central.close();
  }

  private VirtualChargePointOptions options() {
    return VirtualChargePointOptions.of(central.url(), ID)
        .model(ChargerModel.DOUBLE)
        .configuration("MeterValueSampleInterval", "0")
        .configuration("ConnectionTimeOut", "1")
        .tick(Duration.ofMillis(10))
        .rebootTime(Duration.ofMillis(20))
        .stepTime(Duration.ofMillis(1));
  }

  @Test
  void TC_019_configuration_all_or_named_with_unknown_keys() {
    var all = central.ask(ID, new GetConfiguration.Request(null), GetConfiguration.Response.class);
    var named =
        central.ask(
            ID,
            new GetConfiguration.Request(
                List.of("numberofconnectors", "Nonsense", "AuthorizationKey")),
            GetConfiguration.Response.class);

    assertTrue(Objects.requireNonNull(all.configurationKey()).size() > 30);
    var key = Objects.requireNonNull(named.configurationKey()).getFirst();
    assertEquals("2", key.value());
    assertTrue(key.readonly());
    assertEquals(List.of("Nonsense", "AuthorizationKey"), named.unknownKey());
  }

  @Test
  void TC_021_and_TC_040_changes_of_the_configuration() {
    assertEquals(ChangeConfiguration.Status.Accepted, change("HeartbeatInterval", "77"));
    assertEquals("77", answer(point.configuration("heartbeatinterval")));
    assertEquals(ChangeConfiguration.Status.Rejected, change("HeartbeatInterval", "-1"));
    assertEquals(ChangeConfiguration.Status.Rejected, change("NumberOfConnectors", "3"));
    assertEquals(ChangeConfiguration.Status.NotSupported, change("Nonsense", "1"));
    assertEquals(ChangeConfiguration.Status.RebootRequired, change("WebSocketPingInterval", "9"));
    assertEquals(ChangeConfiguration.Status.Rejected, change("MeterValuesSampledData", "Joy"));
  }

  private ChangeConfiguration.Status change(String key, String value) {
    return central
        .ask(ID, new ChangeConfiguration.Request(key, value), ChangeConfiguration.Response.class)
        .status();
  }

  @Test
  void TC_010_remote_start_with_a_car_and_TC_012_remote_stop() {
    // Given
    answer(point.plugIn(1, Car.typical()));

    // When
    var status = remoteStart(1, "TAG1");
    answer(point.awaitState(1, s -> s.transactionId() != null));
    int id = Objects.requireNonNull(point.connector(1).transactionId());
    var stopped =
        central.ask(
            ID, new RemoteStopTransaction.Request(id), RemoteStopTransaction.Response.class);
    answer(point.awaitState(1, s -> !s.inTransaction()));
    answer(point.awaitDelivered());

    // Then
    assertEquals(RemoteStartTransaction.Status.Accepted, status);
    assertEquals(RemoteStopTransaction.Status.Accepted, stopped.status());
    assertEquals(
        StopTransaction.Reason.Remote,
        central.heard(ID, StopTransaction.Request.class).getFirst().reason());
    assertEquals(
        RemoteStopTransaction.Status.Rejected,
        central
            .ask(ID, new RemoteStopTransaction.Request(id), RemoteStopTransaction.Response.class)
            .status(),
        "TC_028: not running any more");
  }

  @Test
  void TC_011_remote_start_before_the_car_comes_and_when_none_comes() {
    remoteStart(1, "TAG1");
    answer(point.awaitStatus(1, ChargePointStatus.Preparing));
    answer(point.awaitStatus(1, ChargePointStatus.Available));
    assertTrue(central.heard(ID, StartTransaction.Request.class).isEmpty(), "no car, no start");

    remoteStart(1, "TAG2");
    answer(point.plugIn(1, Car.typical()));
    answer(point.awaitStatus(1, ChargePointStatus.Charging));
    assertEquals("TAG2", point.connector(1).idTag());
  }

  @Test
  void TC_026_remote_start_on_a_busy_or_unknown_connector_is_rejected() {
    answer(point.startTransaction(1, "TAG1"));

    assertEquals(RemoteStartTransaction.Status.Rejected, remoteStart(1, "TAG2"));
    assertEquals(RemoteStartTransaction.Status.Rejected, remoteStart(5, "TAG2"));
  }

  private RemoteStartTransaction.Status remoteStart(int connectorId, String idTag) {
    return central
        .ask(
            ID,
            new RemoteStartTransaction.Request(connectorId, idTag, null),
            RemoteStartTransaction.Response.class)
        .status();
  }

  @Test
  void TC_013_hard_reset_stops_boots_and_tells_the_stop_afterwards() {
    answer(point.startTransaction(1, "TAG1"));

    reset(Reset.Type.Hard);
    Await.until(
        "a second boot", () -> central.heard(ID, BootNotification.Request.class).size() == 2);
    answer(point.awaitDelivered());

    assertEquals(
        StopTransaction.Reason.HardReset,
        central.heard(ID, StopTransaction.Request.class).getFirst().reason());
    assertTrue(position(BootNotification.class) < position(StopTransaction.class));
  }

  @Test
  void TC_014_soft_reset_tells_the_stop_before_it_boots() {
    answer(point.startTransaction(1, "TAG1"));

    reset(Reset.Type.Soft);
    Await.until(
        "a second boot", () -> central.heard(ID, BootNotification.Request.class).size() == 2);

    assertEquals(
        StopTransaction.Reason.SoftReset,
        central.heard(ID, StopTransaction.Request.class).getFirst().reason());
    assertTrue(position(BootNotification.class) > position(StopTransaction.class));
  }

  private void reset(Reset.Type type) {
    assertEquals(
        Reset.Status.Accepted,
        central.ask(ID, new Reset.Request(type), Reset.Response.class).status());
  }

  private int position(Class<?> action) {
    var all = central.heard.stream().map(c -> c.request().getClass().getEnclosingClass()).toList();
    return all.lastIndexOf(action);
  }

  @Test
  void TC_017_unlock_ends_the_transaction_and_TC_018_knows_its_connectors() {
    answer(point.startTransaction(2, "TAG1"));

    assertEquals(UnlockConnector.Status.Unlocked, unlock(2));
    assertEquals(UnlockConnector.Status.NotSupported, unlock(3));
    answer(point.awaitDelivered());
    assertEquals(
        StopTransaction.Reason.UnlockCommand,
        central.heard(ID, StopTransaction.Request.class).getFirst().reason());
  }

  private UnlockConnector.Status unlock(int connectorId) {
    return central
        .ask(ID, new UnlockConnector.Request(connectorId), UnlockConnector.Response.class)
        .status();
  }

  @Test
  void availability_waits_for_the_end_of_a_transaction() {
    answer(point.startTransaction(1, "TAG1"));

    assertEquals(ChangeAvailability.Status.Scheduled, availability(1, false));
    assertEquals(ChangeAvailability.Status.Accepted, availability(2, false));
    assertEquals(ChangeAvailability.Status.Rejected, availability(9, false));
    answer(point.awaitStatus(2, ChargePointStatus.Unavailable));
    answer(point.stopTransaction(1, StopTransaction.Reason.Local));
    answer(point.awaitStatus(1, ChargePointStatus.Unavailable));
    assertEquals(ChangeAvailability.Status.Accepted, availability(0, true));
    answer(point.awaitStatus(2, ChargePointStatus.Available));
  }

  private ChangeAvailability.Status availability(int connectorId, boolean operative) {
    var type = operative ? ChangeAvailability.Type.Operative : ChangeAvailability.Type.Inoperative;
    return central
        .ask(
            ID,
            new ChangeAvailability.Request(connectorId, type),
            ChangeAvailability.Response.class)
        .status();
  }

  @Test
  void TC_054_triggered_messages_come_after_the_answer() {
    for (var message : TriggerMessage.RequestedMessage.values()) {
      int before = central.heard.size();
      var status =
          central
              .ask(ID, new TriggerMessage.Request(message, null), TriggerMessage.Response.class)
              .status();
      assertEquals(TriggerMessage.Status.Accepted, status);
      Await.until(
          message.wire(),
          () ->
              central.heard.subList(before, central.heard.size()).stream()
                  .anyMatch(c -> Action.of(c.request()).wire().equals(message.wire())));
    }
    var triggered = central.last(ID, MeterValues.Request.class);
    assertNull(Objects.requireNonNull(triggered).transactionId(), "no transaction runs");
  }

  @Test
  void TC_055_a_trigger_for_an_unknown_connector_is_rejected() {
    var request = new TriggerMessage.Request(TriggerMessage.RequestedMessage.MeterValues, 7);

    assertEquals(
        TriggerMessage.Status.Rejected,
        central.ask(ID, request, TriggerMessage.Response.class).status());
  }

  @Test
  void TC_061_cache_and_TC_064_data_of_an_unknown_vendor() {
    assertEquals(
        ClearCache.Status.Accepted,
        central.ask(ID, new ClearCache.Request(), ClearCache.Response.class).status());
    assertEquals(
        DataTransfer.Status.UnknownVendorId,
        central
            .ask(ID, new DataTransfer.Request("who", null, null), DataTransfer.Response.class)
            .status());
  }

  @Test
  void a_charge_points_own_action_is_not_supported_from_the_central_system() {
    var how = answer(central.command(ID, new Heartbeat.Request()));

    assertEquals("NotSupported", assertInstanceOf(Decoded.CallError.class, how).errorCode());
  }

  @Test
  void a_test_can_answer_in_its_own_way_and_see_the_command() {
    point.answer(Action.ClearCache, request -> Answer.silence());
    var unanswered = central.command(ID, new ClearCache.Request());
    assertNotNull(answer(point.awaitCommand(ClearCache.Request.class)));

    point.answerAsUsual(Action.ClearCache);
    assertEquals(
        ClearCache.Status.Accepted,
        central.ask(ID, new ClearCache.Request(), ClearCache.Response.class).status());
    assertTrue(!unanswered.isDone(), "silence stays silence");
  }

  @Test
  void TC_024_a_fault_is_reported_and_gone_again() {
    answer(point.fault(1, ChargePointErrorCode.GroundFailure));
    answer(point.awaitStatus(1, ChargePointStatus.Faulted));
    answer(point.fault(1, ChargePointErrorCode.NoError));
    answer(point.awaitStatus(1, ChargePointStatus.Available));
  }

  @Test
  void TC_037_3_a_transaction_that_is_not_wanted_ends_at_once() {
    central.verdict = AuthorizationStatus.Blocked;

    answer(point.startTransaction(1, "TAG1"));
    answer(point.awaitState(1, s -> !s.inTransaction()));
    answer(point.awaitDelivered());

    assertEquals(
        StopTransaction.Reason.DeAuthorized,
        central.heard(ID, StopTransaction.Request.class).getFirst().reason());
  }

  @Test
  void TC_003_card_then_cable_and_the_card_again_to_stop() {
    assertEquals(AuthorizationStatus.Accepted, answer(point.swipe(1, "TAG1")));
    answer(point.plugIn(1, Car.typical()));
    answer(point.awaitStatus(1, ChargePointStatus.Charging));
    answer(point.swipe(1, "TAG1"));
    answer(point.awaitStatus(1, ChargePointStatus.Finishing));
    answer(point.awaitDelivered());
    answer(point.unplug(1));
    answer(point.awaitStatus(1, ChargePointStatus.Available));

    var stop = central.heard(ID, StopTransaction.Request.class).getFirst();
    assertEquals(StopTransaction.Reason.Local, stop.reason());
    assertEquals("TAG1", stop.idTag());
  }

  @Test
  void TC_005_unplugging_ends_a_transaction() {
    answer(point.startTransaction(1, "TAG1"));

    answer(point.unplug(1));
    answer(point.awaitDelivered());

    assertEquals(
        StopTransaction.Reason.EVDisconnected,
        central.heard(ID, StopTransaction.Request.class).getFirst().reason());
  }
}
