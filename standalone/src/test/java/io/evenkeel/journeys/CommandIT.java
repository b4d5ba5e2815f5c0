package io.evenkeel.journeys;

import static io.evenkeel.journeys.Site.chargePoint;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.simulator.Await;
import io.evenkeel.simulator.VirtualChargePoint;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands to a charge point through the API (section F). */
@Journey
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandIT {

  private static final String ID = "COMMAND-1";

  private Api api;
  private VirtualChargePoint station;

  @BeforeAll
  void connect(Network network, Api administrator) {
    api = administrator;
    station = chargePoint(network, api, ID);
  }

  @AfterAll
  void disconnect() {
    station.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "TC_017, UnlockConnector, '{\"connectorId\":1}', Unlocked",
        "TC_019_1, GetConfiguration, '{}', ",
        "TC_019_2, GetConfiguration, '{\"key\":[\"HeartbeatInterval\"]}', ",
        "TC_021, ChangeConfiguration, '{\"key\":\"HeartbeatInterval\",\"value\":\"120\"}', Accepted",
        "TC_040_1, ChangeConfiguration, '{\"key\":\"NoSuchKey\",\"value\":\"1\"}', NotSupported",
        "TC_042_1, GetLocalListVersion, '{}', ",
        "TC_054, TriggerMessage, '{\"requestedMessage\":\"Heartbeat\"}', Accepted",
        "TC_061, ClearCache, '{}', Accepted",
        "TC_066, GetCompositeSchedule, '{\"connectorId\":1,\"duration\":300}', Accepted",
        "TC_067, ClearChargingProfile, '{}', ",
      })
  void aCommandIsAnsweredWithWhatTheChargePointSaid(
      String testCase, String action, String payload, String status) {
    // When
    Response answer = api.command(ID, action, payload);

    // Then
    assertEquals(200, answer.statusCode(), testCase + ": " + answer.asString());
    assertEquals("Answered", answer.path("outcome"), answer.asString());
    if (status != null) {
      assertEquals(status, answer.path("response.status"), answer.asString());
    }
  }

  @Test
  void aPayloadThatIsNoOcppIsRefusedWithTheFieldNamed() {
    // When
    Response answer =
        api.command(ID, "ChangeAvailability", Map.of("connectorId", 1, "type", "Off"));

    // Then
    assertEquals(400, answer.statusCode(), answer.asString());
    assertEquals(true, answer.asString().contains("type"), answer.asString());
  }

  @Test
  @Tag("distributed")
  void aCommandToAnOfflineChargePointIsRefusedAtOnce() {
    // Given
    api.chargePoint("COMMAND-OFFLINE");

    // When
    Response answer = api.command("COMMAND-OFFLINE", "ClearCache", Map.of());

    // Then
    assertEquals(503, answer.statusCode(), answer.asString());
    assertEquals("Offline", answer.path("outcome"), answer.asString());
  }

  @Test
  @Tag("distributed")
  void tc013_aHardResetBringsTheChargePointBackBooted(Network network) {
    // Given
    String id = "COMMAND-RESET";
    try (VirtualChargePoint other = chargePoint(network, api, id)) {
      // When
      Response answer = api.command(id, "Reset", Map.of("type", "Hard"));
      Await.answer(other.awaitOffline());
      Await.answer(other.awaitAccepted());

      // Then
      assertEquals("Accepted", answer.path("response.status"), answer.asString());
      Await.until("connected again", () -> connected(id));
    }
  }

  private boolean connected(String id) {
    return api.get("/api/charge-points/{id}", id).asString().contains("\"connected\":true");
  }
}
