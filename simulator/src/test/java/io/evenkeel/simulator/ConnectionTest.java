package io.evenkeel.simulator;

import static io.evenkeel.simulator.Await.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.core.Authorize;
import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.core.ChangeConfiguration;
import io.evenkeel.ocpp.core.Heartbeat;
import io.evenkeel.ocpp.core.StatusNotification;
import io.evenkeel.simulator.ScriptedCentralSystem.Fate;
import io.vertx.core.http.UpgradeRejectedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  private final ScriptedCentralSystem central = new ScriptedCentralSystem();

  @AfterEach
  void close() {
    central.close();
  }

  private VirtualChargePointOptions options(String id) {
    return VirtualChargePointOptions.of(central.url(), id)
        .backoff(Duration.ofMillis(5), Duration.ofMillis(20))
        .rebootTime(Duration.ofMillis(20));
  }

  @Test
  void the_identity_is_one_encoded_segment_and_the_password_any_bytes() {
    // Given
    var secret = new byte[] {0, ':', (byte) 0xff, 'x'};

    // When
    var point =
        answer(
            VirtualChargePoint.connect(
                options("RDAM|12 A/Bé+1").password(secret).boot(BootPolicy.Manual)));

    // Then
    assertEquals("/ocpp/RDAM%7C12%20A%2FB%C3%A9%2B1", central.paths.getFirst());
    var sent =
        Base64.getDecoder().decode(central.authorizations.getFirst().substring("Basic ".length()));
    var user = "RDAM|12 A/Bé+1:".getBytes(StandardCharsets.UTF_8);
    assertEquals(user.length + secret.length, sent.length);
    assertEquals((byte) 0xff, sent[sent.length - 2]);
    assertEquals("ocpp1.6", answer(point.subProtocol()));
    point.close();
  }

  @Test
  void a_refusal_fails_the_first_attempt_with_its_http_status() {
    central.refuseWith = 401;

    var failure = Await.failure(VirtualChargePoint.connect(options("CP1")));

    var cause = failure.getCause() == null ? failure : failure.getCause();
    assertEquals(401, assertInstanceOf(UpgradeRejectedException.class, cause).getStatus());
  }

  @Test
  void one_that_was_started_keeps_trying_until_it_is_let_in() {
    central.refuseWith = 503;
    var point = VirtualChargePoint.start(options("CP1"));

    central.refuseWith = 0;

    answer(point.awaitAccepted());
    point.close();
  }

  @Test
  void a_lost_connection_comes_back_without_a_boot() {
    // Given
    var point = answer(VirtualChargePoint.connect(options("CP1")));

    // When
    point.drop();
    answer(point.awaitOffline());
    answer(point.awaitAccepted());
    answer(point.heartbeat());

    // Then
    assertEquals(2, central.connections.get());
    assertEquals(1, central.heard("CP1", BootNotification.Request.class).size());
    point.close();
  }

  @Test
  void a_pending_charge_point_boots_again_after_the_interval_and_says_nothing_else() {
    // Given an interval of a second
    central.bootStatus = BootNotification.Status.Pending;
    var point = VirtualChargePoint.start(options("CP1"));
    Await.until("a boot", () -> !central.heard("CP1", BootNotification.Request.class).isEmpty());
    assertTrue(central.heard("CP1", StatusNotification.Request.class).isEmpty());

    // When
    central.bootStatus = BootNotification.Status.Accepted;
    answer(point.awaitAccepted());

    // Then
    assertEquals(2, central.heard("CP1", BootNotification.Request.class).size());
    Await.until(
        "the charge point's own status and its connector's",
        () -> central.heard("CP1", StatusNotification.Request.class).size() == 2);
    point.close();
  }

  @Test
  void heartbeats_come_in_the_interval_of_the_boot() {
    var point = answer(VirtualChargePoint.connect(options("CP1")));

    Await.until("a heartbeat", () -> !central.heard("CP1", Heartbeat.Request.class).isEmpty());
    point.close();
  }

  @Test
  void a_silent_one_answers_nothing_while_tcp_stays_up() {
    // Given
    var point = answer(VirtualChargePoint.connect(options("CP1")));
    point.silence();
    answer(point.configuration("x"));

    // When
    var answer = central.command("CP1", new io.evenkeel.ocpp.core.GetConfiguration.Request(null));

    // Then a CALL of its own does not leave either
    int before = central.heard("CP1", Heartbeat.Request.class).size();
    point.heartbeat();
    Await.until("time passes", quarterOfASecondFrom(System.nanoTime()));
    assertFalse(answer.isDone(), "no answer");
    assertEquals(before, central.heard("CP1", Heartbeat.Request.class).size());
    assertTrue(point.online());
    point.close();
  }

  private static BooleanSupplier quarterOfASecondFrom(long start) {
    return () -> System.nanoTime() - start > 250_000_000;
  }

  @Test
  void one_call_at_a_time_and_in_order() {
    // Given the first heartbeat is never answered
    central.script =
        (id, request) -> request instanceof Heartbeat.Request ? Fate.Ignore : Fate.Answer;
    var point =
        answer(VirtualChargePoint.connect(options("CP1").callTimeout(Duration.ofMillis(200))));
    Await.until(
        "statuses told", () -> central.heard("CP1", StatusNotification.Request.class).size() == 2);

    // When
    var first = point.heartbeat();
    var second = point.authorize("TAG1");

    // Then
    assertInstanceOf(CallUnanswered.class, Await.failure(first));
    answer(second);
    var order =
        central.heard.stream().map(c -> c.request().getClass().getEnclosingClass()).toList();
    assertEquals(
        List.of(Heartbeat.class, Authorize.class), order.subList(order.size() - 2, order.size()));
    point.close();
  }

  @Test
  void a_refused_call_fails_with_the_code() {
    var point = answer(VirtualChargePoint.connect(options("CP1")));
    central.script = (id, request) -> Fate.Refuse;

    var failure = Await.failure(point.heartbeat());

    assertEquals("InternalError", assertInstanceOf(CallRefused.class, failure).code());
    point.close();
  }

  @Test
  void a_new_authorization_key_is_used_at_the_next_handshake() {
    // Given
    var point = answer(VirtualChargePoint.connect(options("CP1").password("old")));
    var key = "00112233445566778899AABBCCDDEEFF00112233";

    // When
    var response =
        central.ask(
            "CP1",
            new ChangeConfiguration.Request("AuthorizationKey", key),
            ChangeConfiguration.Response.class);
    answer(point.disconnect());
    answer(point.reconnect());

    // Then
    assertEquals(ChangeConfiguration.Status.Accepted, response.status());
    var sent =
        Base64.getDecoder().decode(central.authorizations.getLast().substring("Basic ".length()));
    assertEquals("CP1:".length() + 20, sent.length);
    point.close();
  }

  @Test
  void it_connects_from_the_address_that_was_chosen() {
    var point = answer(VirtualChargePoint.connect(options("CP1").localAddress("127.0.0.9")));

    assertEquals("127.0.0.9", central.remoteAddresses.getFirst());
    point.close();
  }

  @Test
  void it_moves_to_another_address_and_back_when_that_fails_it_tries_the_next() {
    try (var other = new ScriptedCentralSystem()) {
      // Given
      var point =
          answer(
              VirtualChargePoint.connect(options("CP1").urls(List.of(central.url(), other.url()))));
      central.refuseWith = 503;

      // When the first address fails
      point.drop();
      Await.until("the second one has it", () -> other.connections.get() == 1);
      answer(point.awaitAccepted());

      // Then it can be sent back
      central.refuseWith = 0;
      point.moveTo(central.url());
      Await.until("the first one has it again", () -> central.connections.get() == 2);
      point.close();
    }
  }

  @Test
  void raw_frames_leave_as_they_are_and_answers_can_be_awaited() {
    var point = answer(VirtualChargePoint.connect(options("CP1")));

    point.sendRaw("[2,\"raw-1\",\"Heartbeat\",{}]");

    var frame = answer(point.awaitFrame(text -> text.contains("raw-1")));
    assertTrue(frame.startsWith("[3,"), frame);
    point.close();
  }
}
