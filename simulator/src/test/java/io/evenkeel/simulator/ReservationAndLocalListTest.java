package io.evenkeel.simulator;

import static io.evenkeel.simulator.Await.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.Authorize;
import io.evenkeel.ocpp.core.ChangeConfiguration;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.locallist.GetLocalListVersion;
import io.evenkeel.ocpp.locallist.SendLocalList;
import io.evenkeel.ocpp.reservation.CancelReservation;
import io.evenkeel.ocpp.reservation.ReserveNow;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.ocpp.type.IdTagInfo;
import io.evenkeel.simulator.charging.ChargerModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReservationAndLocalListTest {
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
  void TC_046_a_reservation_is_consumed_by_its_own_idTag() {
    assertEquals(ReserveNow.Status.Accepted, reserve(1, 5, "TAG1", 60));
    answer(point.awaitStatus(1, ChargePointStatus.Reserved));
    assertEquals(ReserveNow.Status.Occupied, reserve(1, 6, "TAG2", 60));
    assertEquals(ReserveNow.Status.Rejected, reserve(0, 6, "TAG2", 60));

    answer(point.startTransaction(1, "tag1"));

    assertEquals(5, central.heard(ID, StartTransaction.Request.class).getFirst().reservationId());
  }

  @Test
  void TC_047_a_reservation_expires_and_TC_051_is_cancelled() {
    reserve(1, 5, "TAG1", 0);
    answer(point.awaitStatus(1, ChargePointStatus.Available));
    reserve(2, 6, "TAG1", 60);
    answer(point.awaitStatus(2, ChargePointStatus.Reserved));

    assertEquals(CancelReservation.Status.Accepted, cancel(6));
    answer(point.awaitStatus(2, ChargePointStatus.Available));
    assertEquals(CancelReservation.Status.Rejected, cancel(6));
  }

  private ReserveNow.Status reserve(int connectorId, int id, String idTag, int seconds) {
    var expiry = Timestamp.of(Instant.now().plusSeconds(seconds));
    return central
        .ask(
            ID,
            new ReserveNow.Request(connectorId, expiry, idTag, null, id),
            ReserveNow.Response.class)
        .status();
  }

  private CancelReservation.Status cancel(int id) {
    return central
        .ask(ID, new CancelReservation.Request(id), CancelReservation.Response.class)
        .status();
  }

  @Test
  void TC_043_the_local_list_full_and_differential() {
    assertEquals(0, listVersion());
    assertEquals(SendLocalList.Status.Accepted, send(3, SendLocalList.UpdateType.Full, "TAG1"));
    assertEquals(
        SendLocalList.Status.VersionMismatch,
        send(3, SendLocalList.UpdateType.Differential, "TAG2"));
    assertEquals(
        SendLocalList.Status.Accepted, send(4, SendLocalList.UpdateType.Differential, "TAG2"));
    assertEquals(4, listVersion());

    central.ask(
        ID,
        new ChangeConfiguration.Request("LocalPreAuthorize", "true"),
        ChangeConfiguration.Response.class);
    assertEquals(AuthorizationStatus.Accepted, answer(point.authorize("tag2")).status());
    assertTrue(central.heard(ID, Authorize.Request.class).isEmpty(), "the list was enough");
  }

  private int listVersion() {
    return central
        .ask(ID, new GetLocalListVersion.Request(), GetLocalListVersion.Response.class)
        .listVersion();
  }

  private SendLocalList.Status send(int version, SendLocalList.UpdateType type, String idTag) {
    var entry =
        new SendLocalList.AuthorizationData(
            idTag, new IdTagInfo(null, null, AuthorizationStatus.Accepted));
    return central
        .ask(
            ID,
            new SendLocalList.Request(version, List.of(entry), type),
            SendLocalList.Response.class)
        .status();
  }
}
