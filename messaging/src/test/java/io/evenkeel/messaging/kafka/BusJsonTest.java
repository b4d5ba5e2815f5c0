package io.evenkeel.messaging.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.messaging.AuthEvent;
import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.Capabilities;
import io.evenkeel.messaging.CapabilityLearned;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.Samples;
import io.evenkeel.messaging.Seeds;
import io.evenkeel.messaging.Topic;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusJsonTest {

  private static final long SEED = Seeds.of(1).sum();

  static Stream<Class<? extends BusMessage>> envelopes() {
    return records(BusMessage.class);
  }

  private static Stream<Class<? extends BusMessage>> records(Class<? extends BusMessage> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses())
            .flatMap(permitted -> records(permitted.asSubclass(BusMessage.class)));
  }

  private static void goesThere(BusMessage message) {
    byte[] json = BusJson.write(message);
    try {
      assertEquals(
          message,
          BusJson.read(Topic.of(message), json),
          () -> "back from " + new String(json, UTF_8) + "; " + Seeds.repeat(SEED));
    } catch (IOException unreadable) {
      throw new AssertionError(new String(json, UTF_8) + "; " + Seeds.repeat(SEED), unreadable);
    }
  }

  @ParameterizedTest
  @MethodSource("envelopes")
  void everyEnvelopeGoesThereAndBack(Class<? extends BusMessage> type) {
    AnyRecord any = new AnyRecord(SEED);
    for (int i = 0; i < 200; i++) {
      goesThere(any.of(type));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRequestAndResponseGoesThereAndBack(Action action) {
    AnyRecord any = new AnyRecord(SEED);
    for (int i = 0; i < 20; i++) {
      goesThere(notified(any.of(action.requestType())));
      goesThere(answered(any.of(action.responseType())));
    }
  }

  private static ChargePointEvent notified(Request request) {
    return new ChargePointEvent.Notified(
        "CP", Samples.NOW, Samples.SESSION, "m", request, List.of(), null);
  }

  private static CommandOutcome answered(@Nullable Response response) {
    return new CommandOutcome(
        "c", "CP", "me", CommandOutcome.Outcome.Answered, response, null, null, null, null);
  }

  @Test
  void whatTheDecoderForgaveIsStillReadable() {
    goesThere(notified(new MeterValues.Request(0, null, List.of())));
  }

  @Test
  void looksLikeThis() {
    String json =
        new String(BusJson.write(Samples.transactionCall("c1", "CP", Duration.ZERO)), UTF_8);
    assertEquals(
        """
        {"callId":"c1","chargePoint":"CP","from":{"node":0,"epoch":1000,"number":1},"messageId":"m-c1",\
        "receivedAt":"2025-03-01T10:15:30.123Z","deadline":"…","request":{"action":"StartTransaction","payload":\
        {"connectorId":1,"idTag":"TAG","meterStart":100,"timestamp":"2025-03-01T10:15:30.123Z"}},"remarks":[]}\
        """,
        json.replaceFirst("\"deadline\":\"[^\"]*\"", "\"deadline\":\"…\""));
  }

  @Test
  void saysWhatKindOfEventItIs() throws IOException {
    AuthEvent event = new AuthEvent.AllIdTagsChanged();
    assertEquals("{\"type\":\"AllIdTagsChanged\"}", new String(BusJson.write(event), UTF_8));
    assertEquals(
        event, BusJson.read(Topic.AUTH_EVENTS, "{\"type\":\"AllIdTagsChanged\"}".getBytes(UTF_8)));
  }

  @Test
  void aNewerSenderMaySayMore() throws IOException {
    byte[] json = "{\"type\":\"IdTagChanged\",\"idTag\":\"A\",\"why\":{\"x\":[1]}}".getBytes(UTF_8);
    assertEquals(new AuthEvent.IdTagChanged("A"), BusJson.read(Topic.AUTH_EVENTS, json));
  }

  @Test
  void capabilitiesOfAnOlderSenderRefuseNothing() throws IOException {
    String json =
        """
        {"type":"CapabilitiesKnown","chargePoint":"CP","receivedAt":"2025-03-01T10:15:30.123Z",
        "capabilities":{"vendor":"","model":"","firmwareVersion":"","connectors":0,
        "smartCharging":true,"maxSchedulePeriods":1,"maxStackLevel":0,"maxProfilesInstalled":1,
        "rateUnits":["A"],"minCurrentA":6,"maxCurrentA":32}}""";

    assertEquals(
        new ChargePointEvent.CapabilitiesKnown("CP", Samples.NOW, Capabilities.unknown()),
        BusJson.read(Topic.CHARGE_POINT_EVENTS, json.getBytes(UTF_8)));
  }

  @Test
  void aLessonLooksLikeThis() {
    var lesson =
        CapabilityLearned.rateUnits(
            "CP", Set.of(ChargingRateUnit.W, ChargingRateUnit.A), "why", Samples.NOW);

    assertEquals(
        """
        {"chargePoint":"CP","field":"rateUnits","value":"[\\"A\\",\\"W\\"]","because":"why",\
        "at":"2025-03-01T10:15:30.123Z"}""",
        new String(BusJson.write(lesson), UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "not json",
        "{\"type\":\"Unheard\"}",
        "{\"type\":\"Notified\",\"chargePoint\":\"CP\"}",
        "{\"type\":\"Notified\",\"chargePoint\":\"CP\",\"request\":{\"action\":\"Heartbeat\"},\"remarks\":[]}",
        "{\"type\":\"Notified\",\"request\":{\"action\":\"Nonsense\",\"payload\":{}},\"remarks\":[]}",
        "{\"type\":\"Notified\",\"request\":{\"action\":\"Heartbeat\",\"payload\":{\"x\":1}},\"remarks\":[]}",
        "{\"type\":\"Notified\",\"request\":{\"action\":\"Heartbeat\",\"payload\":{},\"more\":1},\"remarks\":[]}",
        "{\"type\":\"Booted\",\"boot\":{\"action\":\"Heartbeat\",\"payload\":{}}}"
      })
  void whatIsNoMessageIsRefusedAsSuch(String json) {
    IOException refused =
        assertThrows(
            IOException.class, () -> BusJson.read(Topic.CHARGE_POINT_EVENTS, json.getBytes(UTF_8)));
    assertTrue(!refused.getMessage().isBlank(), "says why");
  }
}
