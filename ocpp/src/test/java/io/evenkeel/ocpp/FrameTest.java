package io.evenkeel.ocpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evenkeel.ocpp.core.Heartbeat;
import io.evenkeel.ocpp.core.Reset;
import io.evenkeel.ocpp.core.StatusNotification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The framing, as OCPP-J 1.6 section 4 has it and as charge points have it. */
class FrameTest {
  private static final PendingCalls RESET_PENDING = id -> id.equals("ours") ? Action.Reset : null;

  private static Decoded decode(String notation) {
    return Side.CHARGE_POINT.read(Notation.json(notation), RESET_PENDING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "null",
        "7",
        "'[2]'",
        "{}",
        "{'2':'id'}",
        "[",
        "[]",
        "[2]",
        "[2",
        "[2,",
        "[2,'id",
        "[2,7,'Heartbeat',{}]",
        "[2,null,'Heartbeat',{}]",
        "[2,['id'],'Heartbeat',{}]",
        "[null,'id']",
        "[[2],'id']",
        "[true,'id']",
        "\u0000",
        "\uFEFF[2,'id','Heartbeat',{}]"
      })
  void whatHasNoMessageIdIsUnreadable(String notation) {
    assertInstanceOf(Decoded.Unreadable.class, decode(notation));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "'2'", "1", "0", "-2", "2.0", "22", "99999999999999999999"})
  void anotherMessageTypeIsIgnored(String messageType) {
    assertInstanceOf(Decoded.Unreadable.class, decode("[" + messageType + ",'id','Heartbeat',{}]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2,'id'",
        "[2,'id']",
        "[2,'id',",
        "[2,'id',7,{}]",
        "[2,'id',null,{}]",
        "[2,'id',{},{}]",
        "[2,'id','Heartbeat'",
        "[2,'id','Heartbeat']",
        "[2,'id','Heartbeat',",
        "[2,'id','Heartbeat',{",
        "[2,'id','Heartbeat',{}",
        "[2,'id','Heartbeat',{}]x",
        "[2,'id','Heartbeat',{}][]",
        "[2,'id','Heartbeat',{'a':}]",
        "[2,'id','Heartbeat',{a:1}]",
        "[2,'id','Heartbeat',7]",
        "[2,'id','Heartbeat',[]]",
        "[2,'id','StopTransaction',{'transactionId':4711",
      })
  void aCallThatIsNotFormedAsItMustBeIsAnswered(String notation) {
    var bad = assertInstanceOf(Decoded.BadCall.class, decode(notation));

    assertEquals("id", bad.messageId(), "message id");
    assertEquals(ErrorCode.FormationViolation, bad.code(), bad.description());
  }

  @Test
  void aMessageIdOfMoreThan36CharactersIsAFormationViolationAndComesBackWhole() {
    var bad = assertInstanceOf(Decoded.BadCall.class, decode("[2,'<37>','Heartbeat',{}]"));

    assertEquals(Notation.x(37), bad.messageId());
    assertEquals(ErrorCode.FormationViolation, bad.code());
    assertInstanceOf(Decoded.Call.class, decode("[2,'<36>','Heartbeat',{}]"));
  }

  @ParameterizedTest
  @CsvSource({
    "heartbeat, NotImplemented",
    "HEARTBEAT, NotImplemented",
    "'', NotImplemented",
    "NotifyReport, NotImplemented",
    "Reset, NotSupported",
    "SetChargingProfile, NotSupported",
    "CertificateSigned, NotSupported"
  })
  void anActionThatIsNotServed(String name, ErrorCode code) {
    assertEquals(
        code, assertInstanceOf(Decoded.BadCall.class, decode("[2,'id','" + name + "',{}]")).code());
  }

  @Test
  void theChargePointsSideRefusesWhatOnlyAChargePointSends() {
    var frame = Notation.json("[2,'id','Heartbeat',{}]");

    var bad =
        assertInstanceOf(Decoded.BadCall.class, Side.CENTRAL_SYSTEM.read(frame, messageId -> null));

    assertEquals(ErrorCode.NotSupported, bad.code());
  }

  @Test
  void bothSidesTakeADataTransfer() {
    var frame = Notation.json("[2,'id','DataTransfer',{'vendorId':'v'}]");

    for (var side : Side.values()) {
      assertInstanceOf(Decoded.Call.class, side.read(frame, messageId -> null), side.toString());
    }
  }

  @Test
  void anEmptyRequestMayBeNull() {
    assertEquals(
        new Decoded.Call(
            "id", Action.Heartbeat, new Heartbeat.Request(), List.of("payload: null"), "null"),
        decode("[2,'id','Heartbeat',null]"));
  }

  @Test
  void unknownPropertiesAreToleratedAndKeptInTheRawPayload() {
    var payload =
        "{'x':{'y':[1,{'z':null}]},'connectorId':1, 'errorCode':'NoError','status':'Available','w':1}";

    var call =
        assertInstanceOf(
            Decoded.Call.class, decode(" [2 , 'id','StatusNotification', " + payload + " ] "));

    assertInstanceOf(StatusNotification.Request.class, call.request());
    assertEquals(List.of("x: unknown property", "w: unknown property"), call.remarks());
    assertEquals(Notation.json(payload), call.raw());
  }

  @Test
  void elementsBehindThePayloadArePassedOver() {
    var call = assertInstanceOf(Decoded.Call.class, decode("[2,'id','Heartbeat',{},{'a':[1]},2]"));

    assertEquals(List.of("frame: element too many", "frame: element too many"), call.remarks());
    assertEquals("{}", call.raw());
  }

  @Test
  void aFaultlessCallKeepsNoRawPayload() {
    var call = assertInstanceOf(Decoded.Call.class, decode("[2,'id','Heartbeat',{}]"));

    assertEquals(List.of(), call.remarks());
    assertNull(call.raw());
  }

  @Test
  void remarksAreBounded() {
    var flood = "{" + "'a':1,".repeat(10_000) + "'a':1}";

    var call = assertInstanceOf(Decoded.Call.class, decode("[2,'id','Heartbeat'," + flood + "]"));

    assertEquals(33, call.remarks().size());
    assertEquals("payload: further remarks left out", call.remarks().getLast());
  }

  @Test
  void anAnswerIsTypedByTheCallItAnswers() {
    assertEquals(
        new Decoded.CallResult(
            "ours", Action.Reset, new Reset.Response(Reset.Status.Accepted), List.of()),
        decode("[3,'ours',{'status':'Accepted'}]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[3,'theirs',{'status':'Accepted'}]",
        "[4,'theirs','InternalError','',{}]",
        "[3,'<37>',{}]",
        "[3,'theirs']",
        "[3,'theirs',{"
      })
  void anAnswerToNothingIsUnknown(String notation) {
    assertInstanceOf(Decoded.Unknown.class, decode(notation));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[3,'ours',{'status':''}]    | PropertyConstraintViolation",
        "[3,'ours',{'status':'Ok'}]  | PropertyConstraintViolation",
        "[3,'ours',{'status':7}]     | TypeConstraintViolation",
        "[3,'ours',{}]               | OccurenceConstraintViolation",
        "[3,'ours',null]             | FormationViolation",
        "[3,'ours',[]]               | FormationViolation",
        "[3,'ours']                  | FormationViolation",
        "[3,'ours',{'status':        | FormationViolation",
        "[3,'ours',{'status':'Accepted'}]] | FormationViolation"
      })
  void anAnswerThatIsNotValidEndsTheCall(String notation, ErrorCode code) {
    var bad = assertInstanceOf(Decoded.BadResult.class, decode(notation));

    assertEquals("ours", bad.messageId(), "message id");
    assertEquals(Action.Reset, bad.action(), "action");
    assertEquals(code, bad.code(), bad.description());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[4,'ours','NotSupported','no',{'a':[1]}] | NotSupported  | no | {'a':[1]}",
        "[4,'ours','NotSupported','',{}]          | NotSupported  | ~~ | {}",
        "[4,'ours','NotSupported']                | NotSupported  | ~~ | {}",
        "[4,'ours','NotSupported',null,null]      | NotSupported  | ~~ | {}",
        "[4,'ours','OccurrenceConstraintViolation','x',''] | OccurrenceConstraintViolation | x | {}",
        "[4,'ours',{'a':1},'x',{}]                | GenericError  | x  | {}",
        "[4,'ours']                               | GenericError  | ~~ | {}",
        "[4,'ours','NotSupported','no',{'a'       | NotSupported  | ~~ | {}",
        "[4,'ours'                                | GenericError  | ~~ | {}"
      })
  void aRefusalIsOneHoweverLittleOfItCanBeRead(
      String notation, String code, String description, String details) {
    assertEquals(
        new Decoded.CallError("ours", code, description, Notation.json(details)), decode(notation));
  }
}
