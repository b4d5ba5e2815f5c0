package io.evenkeel.ocpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evenkeel.ocpp.core.ChangeConfiguration;
import io.evenkeel.ocpp.core.GetConfiguration;
import io.evenkeel.ocpp.core.Heartbeat;
import io.evenkeel.ocpp.core.Reset;
import io.evenkeel.ocpp.firmware.GetDiagnostics;
import io.evenkeel.ocpp.firmware.UpdateFirmware;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What leaves us. */
class CodecTest {

  @Test
  void aTimeLeavesInUtcWithMillisecondsWhateverItCameAs() {
    var response = new Heartbeat.Response(Timestamp.parse("2026-03-01T12:00:00.1239+02:00"));

    assertEquals(
        "[3,\"id\",{\"currentTime\":\"2026-03-01T10:00:00.123Z\"}]", Codec.result("id", response));
  }

  @Test
  void anErrorAlwaysHasFiveElements() {
    assertEquals(
        "[4,\"id\",\"OccurenceConstraintViolation\",\"\",{}]",
        Codec.error("id", ErrorCode.OccurenceConstraintViolation, ""));
  }

  @Test
  void anErrorsDescriptionIsCutAt255Characters() {
    assertEquals(
        "[4,\"id\",\"GenericError\",\"" + "€".repeat(255) + "\",{}]",
        Codec.error("id", ErrorCode.GenericError, "€".repeat(256)));
    assertEquals(
        "[4,\"id\",\"GenericError\",\"" + "😀".repeat(255) + "\",{}]",
        Codec.error("id", ErrorCode.GenericError, "😀".repeat(300)));
  }

  @Test
  void whatAPeerChoseIsEscaped() {
    assertEquals(
        "[4,\"a\\\"]\\n\",\"GenericError\",\"\\\\\\u0000\",{}]",
        Codec.error("a\"]\n", ErrorCode.GenericError, "\\\u0000"));
  }

  @Test
  void aCallOfOursHasAMessageIdOfAtMost36Characters() {
    var request = new Reset.Request(Reset.Type.Soft);

    assertEquals(
        "[2,\"" + Notation.x(36) + "\",\"Reset\",{\"type\":\"Soft\"}]",
        Codec.call(Notation.x(36), request));
    assertThrows(
        IllegalArgumentException.class, () -> Codec.call(Notation.x(37), request), "37 characters");
  }

  @Test
  void secretsAreNotInTheTextOfAMessage() {
    var time = Timestamp.parse("2026-03-01T10:00:00Z");
    var messages =
        List.of(
            new ChangeConfiguration.Request("AuthorizationKey", "SECRET"),
            new GetConfiguration.KeyValue("AuthorizationKey", false, "SECRET"),
            new GetDiagnostics.Request("ftp://user:SECRET@host/d", null, null, null, null),
            new UpdateFirmware.Request("ftp://user:SECRET@host/f", null, time, null));

    for (var message : messages) {
      assertFalse(message.toString().contains("SECRET"), message.toString());
    }
  }

  @Test
  void theTenErrorCodesAreSpelledAsTheSpecificationSpellsThem() {
    assertEquals(
        List.of(
            "NotImplemented",
            "NotSupported",
            "InternalError",
            "ProtocolError",
            "SecurityError",
            "FormationViolation",
            "PropertyConstraintViolation",
            "OccurenceConstraintViolation",
            "TypeConstraintViolation",
            "GenericError"),
        List.of(ErrorCode.values()).stream().map(ErrorCode::wire).toList());
  }
}
