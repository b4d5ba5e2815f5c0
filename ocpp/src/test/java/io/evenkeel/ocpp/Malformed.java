package io.evenkeel.ocpp;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;

/**
 * A payload that is not what its action says.
 *
 * @param mended whether it is mended when it comes in a frame; read strictly it is refused always
 */
record Malformed(
    Action action, boolean request, String json, ErrorCode code, String field, boolean mended) {

  static Malformed request(Action action, String notation, ErrorCode code, String field) {
    return new Malformed(action, true, Notation.json(notation), code, field, false);
  }

  static Malformed response(Action action, String notation, ErrorCode code, String field) {
    return new Malformed(action, false, Notation.json(notation), code, field, false);
  }

  /** The same payload, mended in a frame. */
  Malformed butMended() {
    return new Malformed(action, request, json, code, field, true);
  }

  void verify() {
    var refusal = assertThrows(InvalidPayload.class, this::readStrictly, "read strictly");
    assertAll(
        () -> assertEquals(code, refusal.code(), "code of: " + refusal.getMessage()),
        () -> assertEquals(field, refusal.field(), "field of: " + refusal.getMessage()),
        () -> assertTrue(refusal.getMessage().startsWith(field), "message names the field"),
        () -> verifyFrame(readFrame()));
  }

  private Object readStrictly() throws InvalidPayload {
    return request ? Codec.decodeRequest(action, json) : Codec.decodeResponse(action, json);
  }

  private Decoded readFrame() {
    return request
        ? Side.callerOf(action).read("[2,\"id\",\"" + action + "\"," + json + "]", id -> null)
        : Codec.decode("[3,\"id\"," + json + "]", id -> action, Instant.EPOCH);
  }

  private void verifyFrame(Decoded decoded) {
    switch (decoded) {
      case Decoded.BadCall(var id, var name, var refused, var description) -> {
        assertFalse(mended || !request, decoded.toString());
        assertEquals("id", id, "message id");
        assertEquals(action.wire(), name, "action");
        assertEquals(code, refused, "code of: " + description);
        assertTrue(description.startsWith(field), description);
      }
      case Decoded.BadResult(var id, var called, var refused, var description) -> {
        assertFalse(mended || request, decoded.toString());
        assertEquals("id", id, "message id");
        assertEquals(action, called, "action");
        assertEquals(code, refused, "code of: " + description);
        assertTrue(description.startsWith(field), description);
      }
      case Decoded.Call call -> {
        assertTrue(mended, decoded.toString());
        assertRemarked(call.remarks());
        assertEquals(json, call.raw(), "the payload as received");
      }
      case Decoded.CallResult result -> {
        assertTrue(mended, decoded.toString());
        assertRemarked(result.remarks());
      }
      case Decoded other -> assertInstanceOf(Decoded.BadCall.class, other);
    }
  }

  private void assertRemarked(List<String> remarks) {
    assertFalse(remarks.isEmpty(), "a mended payload is remarked upon");
  }
}
