package io.evenkeel.ocpp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evenkeel.ocpp.shape.Problem;
import io.evenkeel.ocpp.shape.Reading;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads one frame in one pass over its text. What was read before the text broke decides what the
 * breakage amounts to, so it is kept in fields.
 */
final class FrameReader {
  static final int CALL = 2;
  static final int CALL_RESULT = 3;
  static final int CALL_ERROR = 4;

  private static final String NO_CODE = "GenericError";

  private final String text;
  private final Direction from;
  private final PendingCalls pending;
  private final Instant receivedAt;

  private int messageType;
  private @Nullable String messageId;

  /** The action, or the error code. */
  private String name = "";

  FrameReader(String text, Direction from, PendingCalls pending, Instant receivedAt) {
    this.text = text;
    this.from = from;
    this.pending = pending;
    this.receivedAt = receivedAt;
  }

  Decoded read() {
    try (var json = Json.read(text)) {
      return frame(json);
    } catch (IOException notJson) {
      return malformed("not JSON");
    }
  }

  private Decoded frame(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      return new Decoded.Unreadable("not a JSON array");
    }
    if (json.nextToken() != JsonToken.VALUE_NUMBER_INT) {
      return new Decoded.Unreadable("the message type is not a whole number");
    }
    messageType = json.getNumberType() == JsonParser.NumberType.INT ? json.getIntValue() : 0;
    if (messageType < CALL || messageType > CALL_ERROR) {
      return new Decoded.Unreadable("the message type is not 2, 3 or 4");
    }
    if (json.nextToken() != JsonToken.VALUE_STRING) {
      return new Decoded.Unreadable("the message id is not a string");
    }
    var id = json.getText();
    messageId = id;
    return messageType == CALL ? call(json, id) : answer(json, id);
  }

  private Decoded call(JsonParser json, String id) throws IOException {
    if (id.codePointCount(0, id.length()) > Codec.LONGEST_MESSAGE_ID) {
      return malformed("the message id is longer than 36 characters");
    }
    if (json.nextToken() != JsonToken.VALUE_STRING) {
      return malformed("the action is not a string");
    }
    name = json.getText();
    var action = Action.of(name).orElse(null);
    if (action == null) {
      return new Decoded.BadCall(id, name, ErrorCode.NotImplemented, "unknown action");
    }
    if (action.direction() != from && action.direction() != Direction.BOTH) {
      var whose = from == Direction.FROM_CHARGE_POINT ? "charge point" : "central system";
      return new Decoded.BadCall(
          id, name, ErrorCode.NotSupported, "not an action that a " + whose + " may call");
    }
    if (!toPayload(json)) {
      return malformed("no payload");
    }
    int start = offset(json);
    var in = Reading.tolerant(json, receivedAt);
    var request = action.requestShape().readPayload(in);
    if (request == null) {
      var problem = reason(in);
      return new Decoded.BadCall(id, name, problem.code(), problem.text());
    }
    int end = endOffset(json);
    if (!ends(json, in)) {
      return malformed("more after the frame");
    }
    var remarks = in.remarks();
    return new Decoded.Call(
        id, action, request, remarks, remarks.isEmpty() ? null : text.substring(start, end));
  }

  private Decoded answer(JsonParser json, String id) throws IOException {
    var action = pending.actionOf(id);
    if (action == null) {
      return new Decoded.Unknown(id);
    }
    if (messageType == CALL_ERROR) {
      return refusal(json, id);
    }
    if (!toPayload(json)) {
      return malformed("no payload");
    }
    var in = Reading.tolerant(json, receivedAt);
    var response = action.responseShape().readPayload(in);
    if (response == null) {
      var problem = reason(in);
      return new Decoded.BadResult(id, action, problem.code(), problem.text());
    }
    return ends(json, in)
        ? new Decoded.CallResult(id, action, response, in.remarks())
        : malformed("more after the frame");
  }

  /** A refusal is one however little of it can be read: the call it answers is over. */
  private Decoded refusal(JsonParser json, String id) throws IOException {
    name = word(json);
    var description = word(json);
    var details = "{}";
    if (json.nextToken() == JsonToken.START_OBJECT) {
      int start = offset(json);
      json.skipChildren();
      details = text.substring(start, endOffset(json));
    }
    return new Decoded.CallError(id, name.isEmpty() ? NO_CODE : name, description, details);
  }

  private static String word(JsonParser json) throws IOException {
    var token = json.nextToken();
    if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
      json.skipChildren();
      return "";
    }
    return json.getText();
  }

  private static boolean toPayload(JsonParser json) throws IOException {
    var token = json.nextToken();
    return token != null && token != JsonToken.END_ARRAY;
  }

  /** Whether the frame ends here; elements that do not belong are passed over with a remark. */
  private static boolean ends(JsonParser json, Reading in) throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      json.skipChildren();
      in.remarkAt("frame", "element too many");
    }
    return json.nextToken() == null;
  }

  private static int offset(JsonParser json) {
    return (int) json.currentTokenLocation().getCharOffset();
  }

  private static int endOffset(JsonParser json) throws IOException {
    json.finishToken(); // strings are read lazily
    return (int) json.currentLocation().getCharOffset();
  }

  private static Problem reason(Reading in) {
    var problem = in.takeProblem();
    return problem == null
        ? new Problem(ErrorCode.FormationViolation, "", "not readable")
        : problem;
  }

  /** What the frame is when it cannot be read on, by what of it was read. */
  private Decoded malformed(String what) {
    var id = messageId;
    if (id == null) {
      return new Decoded.Unreadable(what);
    }
    if (messageType == CALL) {
      return new Decoded.BadCall(id, name, ErrorCode.FormationViolation, what);
    }
    var action = pending.actionOf(id);
    if (action == null) {
      return new Decoded.Unknown(id);
    }
    return messageType == CALL_RESULT
        ? new Decoded.BadResult(id, action, ErrorCode.FormationViolation, what)
        : new Decoded.CallError(id, name.isEmpty() ? NO_CODE : name, "", "{}");
  }
}
