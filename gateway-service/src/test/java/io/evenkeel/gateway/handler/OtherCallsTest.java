package io.evenkeel.gateway.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.TransactionServiceDouble;
import io.evenkeel.messaging.ChargePointEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DataTransfer, notifications, certificates. */
@QuarkusTest
class OtherCallsTest {

  @Inject Fleet fleet;
  @Inject TransactionServiceDouble transactions;

  private String id = "";
  private ChargePoint chargePoint;

  @BeforeEach
  void connect() throws ExecutionException {
    id = fleet.newId();
    chargePoint = fleet.accepted(id);
  }

  @AfterEach
  void close() {
    transactions.letGo(id);
    chargePoint.close();
  }

  @Test
  void TC_064_anUnknownVendorIsNotAccepted() {
    var answer =
        chargePoint.ask(
            "DataTransfer", new JsonObject().put("vendorId", "org.nobody").put("data", "x"));

    assertEquals("UnknownVendorId", answer.payload().getString("status"));
  }

  @Test
  void aVendorsMessagesGoToItsHandler() {
    var known =
        chargePoint.ask(
            "DataTransfer",
            new JsonObject()
                .put("vendorId", EchoVendor.ID)
                .put("messageId", "echo")
                .put("data", "hello"));
    var unknown =
        chargePoint.ask(
            "DataTransfer", new JsonObject().put("vendorId", EchoVendor.ID).put("messageId", "x"));

    assertEquals("Accepted", known.payload().getString("status"));
    assertEquals("hello", known.payload().getString("data"));
    assertEquals("UnknownMessageId", unknown.payload().getString("status"));
  }

  @Test
  void TC_044_TC_045_notificationsWithoutARequestAreAnswered() {
    for (var status :
        new String[] {"Downloaded", "DownloadFailed", "InstallationFailed", "Installed", "Idle"}) {
      var answer =
          chargePoint.ask("FirmwareStatusNotification", new JsonObject().put("status", status));
      assertEquals(new JsonObject(), answer.payload());
    }
    for (var status : new String[] {"Uploading", "Uploaded", "UploadFailed", "Idle"}) {
      assertEquals(
          3,
          chargePoint
              .ask("DiagnosticsStatusNotification", new JsonObject().put("status", status))
              .type());
    }
    assertEquals(
        3, chargePoint.ask("LogStatusNotification", new JsonObject().put("status", "Idle")).type());
    assertEquals(
        3,
        chargePoint
            .ask("SignedFirmwareStatusNotification", new JsonObject().put("status", "Idle"))
            .type());
    assertEquals(
        3,
        chargePoint
            .ask(
                "SecurityEventNotification",
                new JsonObject().put("type", "Tilted").put("timestamp", "2026-01-01T00:00:00Z"))
            .type());
    assertEquals(
        3,
        chargePoint
            .ask(
                "MeterValues",
                new JsonObject(
                    """
                    {"connectorId":0,"meterValue":[{"timestamp":"2026-01-01T00:00:00Z",
                      "sampledValue":[{"value":12.5}]}]}"""))
            .type());
    assertEquals(
        13,
        transactions
            .eventsOf(id)
            .filter(event -> event instanceof ChargePointEvent.Notified)
            .count());
  }

  @Test
  void certificatesAreNotSignedYet() {
    var answer = chargePoint.ask("SignCertificate", new JsonObject().put("csr", "-----BEGIN"));

    assertEquals("Rejected", answer.payload().getString("status"));
  }
}
