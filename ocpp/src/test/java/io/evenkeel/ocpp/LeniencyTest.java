package io.evenkeel.ocpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evenkeel.ocpp.core.Authorize;
import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.core.GetConfiguration;
import io.evenkeel.ocpp.core.StatusNotification;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is tolerated outside transactions, and that it is only in frames. */
class LeniencyTest {

  private static Decoded.Call call(Action action, String notation) {
    var frame = "[2,\"id\",\"" + action + "\"," + Notation.json(notation) + "]";
    return assertInstanceOf(
        Decoded.Call.class, Side.CHARGE_POINT.read(frame, messageId -> null), notation);
  }

  @Test
  void aBootIsNotRefusedForItsSerialNumbers() {
    var boot =
        call(
            Action.BootNotification,
            "{'chargePointVendor':'<21>','chargePointModel':42,'chargePointSerialNumber':'<26>',"
                + "'chargeBoxSerialNumber':7,'firmwareVersion':'<51>','iccid':{},'imsi':'ok',"
                + "'meterType':null,'meterSerialNumber':'<25>'}");

    assertEquals(
        new BootNotification.Request(
            Notation.x(20), "42", null, null, null, null, "ok", null, Notation.x(25)),
        boot.request());
    assertEquals(
        List.of(
            "chargePointVendor: cut to 20 characters",
            "chargePointModel: number instead of string",
            "chargePointSerialNumber: longer than 25 characters, left out",
            "chargeBoxSerialNumber: not a string, left out",
            "firmwareVersion: longer than 50 characters, left out",
            "iccid: not a string, left out",
            "meterType: null"),
        boot.remarks());
  }

  @Test
  void anUnknownErrorCodeIsAnotherErrorAndLongTextsAreCut() {
    var status =
        call(
            Action.StatusNotification,
            "{'connectorId':1,'errorCode':'Vendor-7','info':'<51>','status':'Faulted',"
                + "'timestamp':'2026-03-01T10:00:00','vendorErrorCode':77}");

    assertEquals(
        new StatusNotification.Request(
            1,
            ChargePointErrorCode.OtherError,
            Notation.x(50),
            ChargePointStatus.Faulted,
            Timestamp.parse("2026-03-01T10:00:00Z"),
            null,
            "77"),
        status.request());
    assertEquals(
        List.of(
            "errorCode: unknown value, OtherError assumed",
            "info: cut to 50 characters",
            "timestamp: no zone, UTC assumed",
            "vendorErrorCode: number instead of string"),
        status.remarks());
  }

  @Test
  void aCutDoesNotSplitACharacter() {
    var boot =
        call(
            Action.BootNotification,
            "{'chargePointVendor':'" + "😀".repeat(21) + "','chargePointModel':'M'}");

    var request = assertInstanceOf(BootNotification.Request.class, boot.request());
    assertEquals("😀".repeat(20), request.chargePointVendor());
  }

  @Test
  void aPropertyGivenTwiceCountsAsGivenLast() {
    var authorize = call(Action.Authorize, "{'idTag':'FIRST','idTag':'LAST'}");

    assertEquals(new Authorize.Request("LAST"), authorize.request());
    assertEquals(List.of("idTag: given twice, the last one kept"), authorize.remarks());
  }

  @Test
  void oneBadValueDoesNotCostTheWholeConfiguration() {
    var frame =
        Notation.json(
            "[3,'id',{'configurationKey':[{'key':'A','readonly':false,'value':60},"
                + "{'key':'B','readonly':false,'value':'<501>'},"
                + "{'key':'C','readonly':true,'value':true}]}]");

    var result =
        assertInstanceOf(
            Decoded.CallResult.class,
            Codec.decode(frame, messageId -> Action.GetConfiguration, Instant.EPOCH));

    assertEquals(
        new GetConfiguration.Response(
            List.of(
                new GetConfiguration.KeyValue("A", false, "60"),
                new GetConfiguration.KeyValue("B", false, Notation.x(500)),
                new GetConfiguration.KeyValue("C", true, "true")),
            null),
        result.response());
    assertEquals(
        List.of(
            "configurationKey[0].value: number instead of string",
            "configurationKey[1].value: cut to 500 characters",
            "configurationKey[2].value: boolean instead of string"),
        result.remarks());
  }

  @Test
  void readStrictlyAnUnknownPropertyIsNamed() {
    var refusal =
        assertThrows(
            InvalidPayload.class,
            () ->
                Codec.decodeRequest(
                    Action.RemoteStartTransaction, Notation.json("{'idTag':'T','connectorID':1}")));

    assertEquals(ErrorCode.PropertyConstraintViolation, refusal.code());
    assertEquals("connectorID", refusal.field());
    assertEquals("connectorID: unknown property", refusal.getMessage());
  }

  @Test
  void readStrictlyTheWordsAllowedAreNamed() {
    var refusal =
        assertThrows(
            InvalidPayload.class,
            () -> Codec.decodeRequest(Action.Reset, Notation.json("{'type':'Medium'}")));

    assertEquals("type: not one of Hard, Soft", refusal.getMessage());
  }

  @Test
  void readStrictlyWhatIsNotOneObjectIsMisformed() {
    for (var notation :
        List.of(
            "",
            " ",
            "{",
            "[]",
            "null",
            "7",
            "{'type':'Hard'",
            "{'type':'Hard'}{}",
            "{'type':'Hard'} x")) {
      var refusal =
          assertThrows(
              InvalidPayload.class,
              () -> Codec.decodeRequest(Action.Reset, Notation.json(notation)),
              notation);

      assertEquals(ErrorCode.FormationViolation, refusal.code(), notation);
      assertEquals("", refusal.field(), notation);
    }
  }
}
