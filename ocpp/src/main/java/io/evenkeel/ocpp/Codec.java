package io.evenkeel.ocpp;

import io.evenkeel.ocpp.shape.Problem;
import io.evenkeel.ocpp.shape.Reading;
import io.evenkeel.ocpp.shape.Shape;
import java.io.IOException;
import java.time.Instant;

/**
 * Frames and payloads as text (OCPP-J 1.6 section 4). Reading frames is tolerant, by the table of
 * each message; reading payloads alone, and all writing, is strict. No method throws for what a
 * peer sent, other than {@link InvalidPayload}.
 */
public final class Codec {
  /** The most characters of a message id. */
  public static final int LONGEST_MESSAGE_ID = 36;

  /** The most characters of a CALLERROR's description. */
  public static final int LONGEST_DESCRIPTION = 255;

  private Codec() {}

  /**
   * Reads a frame that a charge point sent.
   *
   * @param pending tells what an answer is the answer to
   * @param receivedAt stands in for a time that a transaction message lacks
   */
  public static Decoded decode(String text, PendingCalls pending, Instant receivedAt) {
    return new FrameReader(text, Direction.FROM_CHARGE_POINT, pending, receivedAt).read();
  }

  /** Reads a frame that a central system sent; for charge points. */
  public static Decoded decodeAtChargePoint(String text, PendingCalls pending, Instant receivedAt) {
    return new FrameReader(text, Direction.FROM_CENTRAL_SYSTEM, pending, receivedAt).read();
  }

  /**
   * A CALL.
   *
   * @throws IllegalArgumentException when the message id has more than 36 characters
   */
  public static String call(String messageId, Request request) {
    if (messageId.length() > LONGEST_MESSAGE_ID) {
      throw new IllegalArgumentException("messageId: longer than 36 characters");
    }
    var action = Action.of(request);
    return Json.write(
        out -> {
          out.writeStartArray();
          out.writeNumber(FrameReader.CALL);
          out.writeString(messageId);
          out.writeString(action.wire());
          action.requestShape().write(request, out);
          out.writeEndArray();
        });
  }

  /** A CALLRESULT. */
  public static String result(String messageId, Response response) {
    return Json.write(
        out -> {
          out.writeStartArray();
          out.writeNumber(FrameReader.CALL_RESULT);
          out.writeString(messageId);
          Action.of(response).responseShape().write(response, out);
          out.writeEndArray();
        });
  }

  /** A CALLERROR, always with all five elements; the description is cut at 255 characters. */
  public static String error(String messageId, ErrorCode code, String description) {
    return Json.write(
        out -> {
          out.writeStartArray();
          out.writeNumber(FrameReader.CALL_ERROR);
          out.writeString(messageId);
          out.writeString(code.wire());
          out.writeString(cut(description));
          out.writeStartObject();
          out.writeEndObject();
          out.writeEndArray();
        });
  }

  private static String cut(String description) {
    return description.codePointCount(0, description.length()) <= LONGEST_DESCRIPTION
        ? description
        : description.substring(0, description.offsetByCodePoints(0, LONGEST_DESCRIPTION));
  }

  /** The payload alone. */
  public static String encode(Request request) {
    return Json.write(out -> Action.of(request).requestShape().write(request, out));
  }

  /** The payload alone. */
  public static String encode(Response response) {
    return Json.write(out -> Action.of(response).responseShape().write(response, out));
  }

  /** Reads a request's payload strictly: nothing is mended, unknown properties are refused. */
  public static Request decodeRequest(Action action, String json) throws InvalidPayload {
    return payload(action.requestShape(), json);
  }

  /** Reads a response's payload strictly: nothing is mended, unknown properties are refused. */
  public static Response decodeResponse(Action action, String json) throws InvalidPayload {
    return payload(action.responseShape(), json);
  }

  private static <T> T payload(Shape<T> shape, String text) throws InvalidPayload {
    try (var json = Json.read(text)) {
      if (json.nextToken() == null) {
        throw bad("empty");
      }
      var in = Reading.strict(json);
      var value = shape.readPayload(in);
      if (value == null) {
        var problem = in.takeProblem();
        throw problem == null ? bad("not readable") : new InvalidPayload(problem);
      }
      if (json.nextToken() != null) {
        throw bad("more after the JSON object");
      }
      return value;
    } catch (IOException notJson) {
      throw bad("not JSON");
    }
  }

  private static InvalidPayload bad(String what) {
    return new InvalidPayload(new Problem(ErrorCode.FormationViolation, "", what));
  }
}
