package io.evenkeel.journeys;

import static io.evenkeel.journeys.Site.chargePoint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.firmware.DiagnosticsStatusNotification;
import io.evenkeel.ocpp.firmware.DiagnosticsStatusNotification.Status;
import io.evenkeel.ocpp.firmware.GetDiagnostics;
import io.evenkeel.simulator.Answer;
import io.evenkeel.simulator.Await;
import io.evenkeel.simulator.VirtualChargePoint;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Diagnostics that a charge point uploads to us (section F). */
@Journey
@Tag("distributed")
class DiagnosticsIT {

  private static final String PATH = "/api/charge-points/{id}/diagnostics";

  @Test
  void TC_045_1_theFileIsReceived(Network network, Api api) {
    // Given
    String id = "DIAGNOSTICS-1";
    try (VirtualChargePoint station = chargePoint(network, api, id)) {
      // When
      long n = ask(api, id);
      Await.until("told and received", () -> isUploaded(entry(api, id, n)));

      // Then
      JsonPath entry = entry(api, id, n);
      assertEquals(entry.getString("fileName"), entry.getString("file.name"));
      String file = api.get(PATH + "/{n}/file", id, n).asString();
      assertEquals(file.length(), entry.getInt("file.bytes"));
      assertTrue(file.contains(id), file);
      assertTrue(station.online());
    }
  }

  @Test
  void TC_045_2_aFailedUploadIsShown(Network network, Api api) {
    // Given
    String id = "DIAGNOSTICS-2";
    try (VirtualChargePoint station = chargePoint(network, api, id)) {
      station.answer(
          Action.GetDiagnostics,
          request -> Answer.give(new GetDiagnostics.Response("diagnostics.log")));

      // When
      long n = ask(api, id);
      Await.answer(station.call(new DiagnosticsStatusNotification.Request(Status.Uploading)));
      Await.answer(station.call(new DiagnosticsStatusNotification.Request(Status.UploadFailed)));

      // Then
      JsonPath entry = entry(api, id, n);
      assertEquals("UploadFailed", entry.getString("status"));
      assertEquals("diagnostics.log", entry.getString("fileName"));
      assertNull(entry.get("file"));
      assertEquals(404, api.get(PATH + "/{n}/file", id, n).statusCode());
    }
  }

  private static long ask(Api api, String id) {
    Response answer = api.request().post(PATH, id);
    assertEquals(200, answer.statusCode(), answer.asString());
    assertEquals("Answered", answer.path("outcome"), answer.asString());
    return answer.jsonPath().getLong("diagnosticsId");
  }

  private static JsonPath entry(Api api, String id, long n) {
    return api.get(PATH + "/{n}", id, n).jsonPath();
  }

  private static boolean isUploaded(JsonPath entry) {
    return "Uploaded".equals(entry.getString("status")) && entry.get("file") != null;
  }
}
