package io.evenkeel.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.simulator.Await;
import io.evenkeel.simulator.VirtualChargePoint;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A charge point that moves from one gateway node to the other. */
@Journey
@Tag("cluster")
class TwoNodesIT {

  private static final Timestamp BEGIN = Timestamp.parse("2026-05-01T10:00:00Z");
  private static final Timestamp END = Timestamp.parse("2026-05-01T11:00:00Z");

  @Test
  void aStartRepeatedOnTheOtherNodeIsTheSameTransactionAndItsStopIsBookedOnce(
      Network network, Api api) {
    // Given
    String id = "MOVES-1";
    api.idTag("MOVES-TAG");
    api.chargePoint(id);
    var start = new StartTransaction.Request(1, "MOVES-TAG", 100, null, BEGIN);
    try (VirtualChargePoint first = connect(network, id, 0)) {
      var told = Await.answer(first.call(start, StartTransaction.Response.class));
      int transaction = told.transactionId();
      var stop = new StopTransaction.Request("MOVES-TAG", 700, END, transaction, null, null);
      Await.answer(first.call(stop));

      // When
      try (VirtualChargePoint second = connect(network, id, 1)) {
        var again = Await.answer(second.call(start, StartTransaction.Response.class));
        Await.answer(second.call(stop));

        // Then
        assertEquals(transaction, again.transactionId(), "the same transaction");
        JsonPath page =
            api.request().queryParam("chargePoint", id).get("/api/transactions").jsonPath();
        assertEquals(1, page.getInt("total"), page.prettify());
        assertEquals(600, page.getInt("items[0].energyWh"), page.prettify());
      }
    }
  }

  @Test
  void theNewestSocketWinsAndCommandsFindIt(Network network, Api api) {
    // Given
    String id = "MOVES-2";
    api.chargePoint(id);
    try (VirtualChargePoint first = connect(network, id, 0)) {
      Response before = api.command(id, "ClearCache", Map.of());

      // When
      try (VirtualChargePoint second = connect(network, id, 1)) {
        Await.answer(first.awaitOffline());

        // Then
        assertEquals(200, before.statusCode(), before.asString());
        Await.until(
            "commands find the other node",
            () -> api.command(id, "ClearCache", Map.of()).statusCode() == 200);
        assertEquals(1, api.get("/api/charge-points/{id}", id).<Integer>path("node"));
        assertEquals(true, second.online(), "the newest socket stays");
      }
    }
  }

  private static VirtualChargePoint connect(Network network, String id, int node) {
    return Await.answer(
        VirtualChargePoint.connect(
            Site.options(network, id).url(network.ocpp(node)).reconnect(false)));
  }
}
