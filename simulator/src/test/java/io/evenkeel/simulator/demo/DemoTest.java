package io.evenkeel.simulator.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.simulator.Await;
import io.evenkeel.simulator.ScriptedCentralSystem;
import io.evenkeel.simulator.api.CentralApi;
import io.evenkeel.simulator.api.ScriptedApi;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  @TempDir Path directory;

  @Test
  void the_site_is_made_once_and_left_as_it_is_afterwards() {
    try (var server = new ScriptedApi();
        var api = CentralApi.login(server.url(), "admin", "secret")) {
      DemoSite.setUp(api);
      server.stored.put("/api/sites/demo", "{\"changed\":true}");
      DemoSite.setUp(api);

      assertEquals("{\"changed\":true}", server.stored.get("/api/sites/demo"));
      assertEquals(8 + 1, server.stored.size(), "eight charge points and the site");
    }
  }

  @Test
  void what_all_want_is_far_over_the_limit_and_everybody_can_charge_a_little() {
    int all = DemoSite.places().size() * 32;
    assertTrue(DemoSite.GRID_A < all / 2, "a limit that is felt");
    assertTrue(DemoSite.GRID_A / DemoSite.places().size() >= 6, "a safe default for all at once");
    var people = new HashSet<String>();
    for (int i = 0; i < DemoSite.places().size(); i++) {
      people.addAll(DemoSite.people(i));
    }
    assertEquals(16, people.size(), "nobody is in two places");
    assertTrue(people.stream().allMatch(p -> DemoSite.idTag(p).length() <= 20));
    assertEquals("Anna", DemoSite.person("DEMO-ANNA"));
  }

  @Test
  void a_rotation_says_which_grid_phase_a_car_loads() {
    var place = new DemoSite.Place("X", "c", "STR");

    assertEquals(0, place.onPhase(1, 16, 1), "a car with one phase loads S, that is L2");
    assertEquals(16, place.onPhase(2, 16, 1));
    assertEquals(16, place.onPhase(1, 16, 3));
  }

  @Test
  void the_status_is_read_as_the_api_tells_it() throws JsonProcessingException {
    var body =
        """
        {"id":"demo","underControl":false,"message":"too much","nodes":[
          {"id":"grid","limitA":[63,63,63],"mayBeDrawnA":[60.1,59,61],"exceeded":false},
          {"id":"circuit-1","parent":"grid","limitA":[40,40,40],"mayBeDrawnA":[1,1,1]}],
         "connectors":[
          {"chargePoint":"DEMO-1","connectorId":1,"desired":{"limitA":12.5,"defaultA":7.8},
           "why":{"reason":"NODE_FULL","node":"grid","phase":"L1","text":"…"}},
          {"chargePoint":"DEMO-2","connectorId":1,"desired":{"defaultA":7.8},
           "why":{"reason":"IDLE","text":"…"}}]}
        """;

    var status = SiteStatus.of(new ObjectMapper().readTree(body));

    assertEquals(new SiteStatus.Share(12.5, "shares grid L1"), status.shares().get("DEMO-1"));
    assertFalse(status.shares().containsKey("DEMO-2"), "nobody charges there");
    assertArrayEquals(new double[] {60.1, 59, 61}, status.mayBeDrawnA());
    assertEquals("too much", status.message());
  }

  @Test
  void cars_come_and_charge_and_a_second_run_ends_what_the_first_left() {
    try (var central = new ScriptedCentralSystem()) {
      // Given
      var news = new CopyOnWriteArrayList<String>();
      var first = new DemoRun(URI.create(central.url()), 60, directory, news::add);
      Await.until(
          "somebody charges",
          Duration.ofSeconds(20),
          () -> news.stream().anyMatch(line -> line.contains("starts to charge")));
      first.close();
      assertTrue(central.heard("DEMO-1", StopTransaction.Request.class).isEmpty());

      // When
      try (var second = new DemoRun(URI.create(central.url()), 60, directory, news::add)) {
        Await.until(
            "the left-over transaction is ended",
            () -> !central.heard("DEMO-1", StopTransaction.Request.class).isEmpty());

        // Then
        var stop = central.heard("DEMO-1", StopTransaction.Request.class).getFirst();
        assertEquals(StopTransaction.Reason.PowerLoss, stop.reason());
        Await.until("all are back", () -> !second.online().contains(false));
        var lines =
            Picture.lines(
                DemoSite.places(), second.connectors(), second.online(), SiteStatus.UNKNOWN);
        assertEquals(1 + 8 + 1 + 3 + 1, lines.size());
        assertTrue(lines.get(12).contains("of 63 A"), lines.get(12));
      }
    }
  }

  @Test
  void plain_output_has_no_escape_sequences_and_a_terminal_is_drawn_over() {
    var text = new StringWriter();
    var plain = new Screen(new PrintWriter(text), true);
    plain.news("DEMO-1: a car plugs in");
    plain.picture(List.of("a picture"));
    assertFalse(text.toString().contains("\u001b"), "no escape sequences");
    assertTrue(text.toString().contains("a car plugs in"));

    var drawn = new StringWriter();
    var screen = new Screen(new PrintWriter(drawn), false);
    screen.picture(List.of("one"));
    screen.picture(List.of("two"));
    assertTrue(drawn.toString().contains("\u001b[10A"), "back to the first line");
  }
}
