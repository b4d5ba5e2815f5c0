package io.evenkeel.journeys;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.chargetime.ocpp.ClientEvents;
import eu.chargetime.ocpp.JSONClient;
import eu.chargetime.ocpp.JSONConfiguration;
import eu.chargetime.ocpp.feature.profile.ClientCoreProfile;
import eu.chargetime.ocpp.model.Confirmation;
import eu.chargetime.ocpp.model.Request;
import eu.chargetime.ocpp.model.core.AuthorizationStatus;
import eu.chargetime.ocpp.model.core.AuthorizeConfirmation;
import eu.chargetime.ocpp.model.core.BootNotificationConfirmation;
import eu.chargetime.ocpp.model.core.ChargePointErrorCode;
import eu.chargetime.ocpp.model.core.ChargePointStatus;
import eu.chargetime.ocpp.model.core.RegistrationStatus;
import eu.chargetime.ocpp.model.core.StartTransactionConfirmation;
import eu.chargetime.ocpp.model.core.StopTransactionConfirmation;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A session driven by the ChargeTime OCPP library: a second opinion on what the protocol's text
 * means, so that a misreading of ours cannot be made good by the same misreading in our simulator.
 */
@Journey
@Tag("distributed")
class ForeignChargePointIT {

  private static final String ID = "FOREIGN-1";

  @Test
  void aChargePointOfAnotherMakeChargesAndIsAccountedFor(Network network, Api api)
      throws Exception {
    // Given
    api.chargePoint(ID);
    api.idTag("FOREIGN-TAG");
    ForeignHandler handler = new ForeignHandler();
    ClientCoreProfile core = new ClientCoreProfile(handler);
    JSONClient client = new JSONClient(core, ID, JSONConfiguration.get());
    CompletableFuture<Void> opened = new CompletableFuture<>();
    client.connect(network.ocpp(0), events(opened));
    opened.get(20, SECONDS);

    // When
    BootNotificationConfirmation boot =
        send(client, core.createBootNotificationRequest("ChargeTime", "Library"));
    var status =
        core.createStatusNotificationRequest(
            1, ChargePointErrorCode.NoError, ChargePointStatus.Preparing);
    Confirmation reported = send(client, status);
    AuthorizeConfirmation authorized = send(client, core.createAuthorizeRequest("FOREIGN-TAG"));
    StartTransactionConfirmation started =
        send(
            client,
            core.createStartTransactionRequest(1, "FOREIGN-TAG", 1000, ZonedDateTime.now()));
    Confirmation metered =
        send(client, core.createMeterValuesRequest(1, ZonedDateTime.now(), "1500"));
    StopTransactionConfirmation stopped =
        send(
            client,
            core.createStopTransactionRequest(
                2500, ZonedDateTime.now(), started.getTransactionId()));
    var reset = api.command(ID, "ClearCache", Map.of());
    client.disconnect();

    // Then
    assertEquals(RegistrationStatus.Accepted, boot.getStatus());
    assertTrue(boot.getInterval() > 0, "the heartbeat interval is positive");
    assertTrue(reported != null && metered != null, "notifications are confirmed");
    assertEquals(AuthorizationStatus.Accepted, authorized.getIdTagInfo().getStatus());
    assertEquals(AuthorizationStatus.Accepted, started.getIdTagInfo().getStatus());
    assertTrue(stopped != null, "the stop is confirmed");
    assertEquals(200, reset.statusCode(), reset.asString());
    assertEquals("Accepted", reset.path("response.status"));
    var transaction = api.get("/api/transactions/{id}", started.getTransactionId());
    assertEquals(200, transaction.statusCode(), transaction.asString());
    assertEquals(1500, transaction.<Number>path("energyWh").longValue(), transaction.asString());
  }

  @SuppressWarnings("unchecked")
  private static <T extends Confirmation> T send(JSONClient client, Request request)
      throws Exception {
    return (T) client.send(request).toCompletableFuture().get(20, SECONDS);
  }

  private static ClientEvents events(CompletableFuture<Void> opened) {
    return new ClientEvents() {
      @Override
      public void connectionOpened() {
        opened.complete(null);
      }

      @Override
      public void connectionClosed() {
        opened.completeExceptionally(new IllegalStateException("closed before it was open"));
      }
    };
  }
}
