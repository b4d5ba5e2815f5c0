package io.evenkeel.simulator.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Codec;
import io.evenkeel.ocpp.Decoded;
import io.evenkeel.ocpp.core.GetConfiguration;
import io.evenkeel.ocpp.core.MeterValues;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FramesTest {
  private final Frames frames = new Frames();

  @Test
  void every_frame_is_valid_without_a_remark() {
    var all =
        List.of(
            frames.boot(1),
            frames.status(2, "Charging"),
            frames.authorize(3, "TAG1"),
            frames.start(4, "TAG1", 1200),
            frames.meterValues(5, "77", 1350),
            frames.heartbeat(6),
            frames.stop(7, "77", "TAG1", 1500));

    for (var frame : all) {
      var call = assertInstanceOf(Decoded.Call.class, decoded(frame), frame);
      assertEquals(List.of(), call.remarks(), frame);
    }
  }

  @Test
  void meter_values_have_eight_samples() {
    var call = (Decoded.Call) decoded(frames.meterValues(5, "77", 1350));

    var request = (MeterValues.Request) call.request();
    assertEquals(77, request.transactionId());
    assertEquals(8, request.meterValue().getFirst().sampledValue().size());
  }

  private static Decoded decoded(String frame) {
    return Codec.decode(frame, id -> null, Instant.EPOCH);
  }

  @Test
  void commands_are_answered_with_valid_frames() {
    var configuration = CommandAnswers.to("[2,\"c1\",\"GetConfiguration\",{}]");
    var refusal = CommandAnswers.to("[2,\"c2\",\"Reset\",{\"type\":\"Soft\"}]");

    var answered =
        assertInstanceOf(
            Decoded.CallResult.class,
            Codec.decode(configuration, id -> Action.GetConfiguration, Instant.EPOCH),
            configuration);
    var keys = ((GetConfiguration.Response) answered.response()).configurationKey();
    assertEquals(7, Objects.requireNonNull(keys).size());
    assertEquals(
        "NotSupported",
        assertInstanceOf(
                Decoded.CallError.class,
                Codec.decode(refusal, id -> Action.Reset, Instant.EPOCH),
                refusal)
            .errorCode());
  }

  @Test
  void time_is_written_with_milliseconds_and_Z() {
    assertEquals("1970-01-01T00:00:00.007Z", Frames.stampOf(7));
    assertEquals("1970-01-01T00:00:01.050Z", Frames.stampOf(1050));
    assertEquals("1970-01-01T00:00:01.500Z", Frames.stampOf(1500));
  }

  @Test
  void answers_are_read_in_any_spacing() {
    var compact = "[3,\"42\",{\"idTagInfo\":{\"status\":\"Accepted\"},\"transactionId\":17}]";
    var spaced = "[ 3, \"42\", {\"transactionId\" : 17, \"idTagInfo\": {\"status\": \"Blocked\"}}]";

    assertEquals('3', Answers.type(compact));
    assertEquals('3', Answers.type(spaced));
    assertTrue(Answers.isFor(compact, 42));
    assertTrue(Answers.isFor(spaced, 42));
    assertFalse(Answers.isFor(compact, 4));
    assertEquals("17", Answers.transactionId(compact));
    assertEquals("17", Answers.transactionId(spaced));
    assertNull(Answers.transactionId("[3,\"1\",{}]"));
    assertTrue(Answers.accepted(compact));
    assertFalse(Answers.accepted(spaced));
    assertEquals("InternalError", Answers.quoted("[4,\"9\",\"InternalError\",\"\",{}]", 1));
    assertEquals(' ', Answers.type("nonsense"));
  }
}
