package io.evenkeel.simulator.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.simulator.load.Names;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CentralApiTest {
  private final ScriptedApi server = new ScriptedApi();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void charge_points_and_idTags_are_registered_many_at_once() {
    try (var api = CentralApi.login(server.url(), "admin", "secret")) {
      api.registerChargePoints(Names.chargePoints("A/B", 500), "pw");
      api.importIdTags(List.of("TAG1", "TAG2"));
    }

    assertEquals(500, server.stored.size());
    assertEquals("{\"password\":\"pw\"}", server.stored.get("/api/charge-points/A%2FB-499"));
    assertEquals("idTag,status\nTAG1,Accepted\nTAG2,Accepted\n", server.imports.getFirst());
    assertEquals(1, server.logins.get());
  }

  @Test
  void an_expired_token_is_renewed() {
    try (var api = CentralApi.login(server.url(), "admin", "secret")) {
      api.put("/api/sites/demo", java.util.Map.of("voltage", 230));
      server.expireTokens();

      assertEquals(230, api.get("/api/sites/demo").path("voltage").asInt());
    }
    assertEquals(2, server.logins.get());
  }

  @Test
  void failures_say_what_and_why() {
    var wrong =
        assertThrows(
            ApiFailure.class, () -> CentralApi.login(server.url(), "admin", "guess").close());
    assertEquals(401, wrong.status());
    var nobody =
        assertThrows(
            ApiFailure.class,
            () -> CentralApi.login(URI.create("http://127.0.0.1:1"), "admin", "x").close());
    assertTrue(nobody.getMessage().contains("nobody answers"), nobody.getMessage());
    try (var api = CentralApi.login(server.url(), "admin", "secret")) {
      assertEquals(404, assertThrows(ApiFailure.class, () -> api.get("/api/none")).status());
      server.rejectedInImport = 1;
      assertThrows(ApiFailure.class, () -> api.importIdTags(List.of("TAG1")));
    }
  }
}
