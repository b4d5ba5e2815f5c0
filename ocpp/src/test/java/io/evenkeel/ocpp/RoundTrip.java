package io.evenkeel.ocpp;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;

/** A message and its payload, each of which must become the other. */
sealed interface RoundTrip {

  static RoundTrip request(Request message, String notation) {
    return new OfRequest(message, Notation.json(notation));
  }

  static RoundTrip response(Response message, String notation) {
    return new OfResponse(message, Notation.json(notation));
  }

  Class<?> type();

  String json();

  void verify();

  record OfRequest(Request message, String json) implements RoundTrip {
    @Override
    public Class<?> type() {
      return message.getClass();
    }

    @Override
    public void verify() {
      var action = Action.of(message);
      var frame = Codec.call("id", message);
      assertAll(
          () -> assertEquals(json, Codec.encode(message), "payload written"),
          () -> assertEquals(message, Codec.decodeRequest(action, json), "payload read"),
          () -> assertEquals("[2,\"id\",\"" + action + "\"," + json + "]", frame, "frame written"),
          () ->
              assertEquals(
                  new Decoded.Call("id", action, message, List.of(), null),
                  Side.callerOf(action).read(frame, messageId -> null),
                  "frame read"));
    }
  }

  record OfResponse(Response message, String json) implements RoundTrip {
    @Override
    public Class<?> type() {
      return message.getClass();
    }

    @Override
    public void verify() {
      var action = Action.of(message);
      var frame = Codec.result("id", message);
      assertAll(
          () -> assertEquals(json, Codec.encode(message), "payload written"),
          () -> assertEquals(message, Codec.decodeResponse(action, json), "payload read"),
          () -> assertEquals("[3,\"id\"," + json + "]", frame, "frame written"),
          () ->
              assertEquals(
                  new Decoded.CallResult("id", action, message, List.of()),
                  Codec.decode(frame, messageId -> action, Instant.EPOCH),
                  "frame read"));
    }
  }
}
