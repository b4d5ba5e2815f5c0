package io.evenkeel.simulator.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.simulator.Await;
import io.evenkeel.simulator.ScriptedCentralSystem;
import io.evenkeel.simulator.charging.ChargerModel;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetTest {

  @Test
  void drivers_come_charge_and_go() {
    try (var central = new ScriptedCentralSystem()) {
      var options =
          new FleetOptions(
              List.of(URI.create(central.url())),
              6,
              "FLEET",
              null,
              ChargerModel.DOUBLE,
              60,
              60,
              1,
              10);
      try (var fleet = Fleet.start(options)) {
        Await.until(
            "somebody went away again",
            () ->
                central.heard.stream()
                    .anyMatch(c -> c.request() instanceof StopTransaction.Request));
        assertTrue(fleet.summary().contains("6 of 6 online"), fleet.summary());
      }
      assertEquals(List.of(), central.violations);
    }
  }
}
