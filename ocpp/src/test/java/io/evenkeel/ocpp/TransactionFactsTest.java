package io.evenkeel.ocpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.type.MeterValue;
import io.evenkeel.ocpp.type.SampledValue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transaction facts are never refused: what becomes of what cannot be read. */
class TransactionFactsTest {
  private static final Timestamp RECEIVED = Timestamp.of(Side.RECEIVED_AT);
  private static final Timestamp TEN = Timestamp.parse("2026-03-01T10:00:00Z");

  private static Decoded.Call call(Action action, String notation) {
    var json = Notation.json(notation);
    var decoded = Side.CHARGE_POINT.read("[2,\"id\",\"" + action + "\"," + json + "]", id -> null);
    var call = assertInstanceOf(Decoded.Call.class, decoded);
    assertEquals(json, call.raw(), "the payload as received");
    return call;
  }

  @Test
  void aStopWithNothingReadableIsStillOne() {
    for (var payload : List.of("null", "7", "'gone'", "[1,{}]", "{}", "{'transactionId':{}}")) {
      var stop = call(Action.StopTransaction, payload);

      assertEquals(
          new StopTransaction.Request(null, 0, RECEIVED, -1, null, null),
          stop.request(),
          "read from " + payload);
    }
  }

  @Test
  void meterValuesWithNothingReadableAreOfConnectorZero() {
    for (var payload : List.of("null", "false", "[]", "{}", "{'connectorId':'x'}")) {
      assertEquals(
          new MeterValues.Request(0, null, List.of()),
          call(Action.MeterValues, payload).request(),
          "read from " + payload);
    }
  }

  @Test
  void aStartNeedsNoMoreThanAConnectorAndAnIdTag() {
    var start = call(Action.StartTransaction, "{'connectorId':1,'idTag':'T'}");

    assertEquals(new StartTransaction.Request(1, "T", 0, null, RECEIVED), start.request());
    assertEquals(
        List.of("meterStart: missing, 0 assumed", "timestamp: missing, time of receipt assumed"),
        start.remarks());
  }

  @Test
  void aStartWithAnUnreadableConnectorAndIdTagIsKept() {
    var start =
        call(
            Action.StartTransaction,
            "{'connectorId':'one','idTag':{},'meterStart':5,'timestamp':'2026-03-01T10:00:00Z'}");

    assertEquals(new StartTransaction.Request(0, "", 5, null, TEN), start.request());
    assertEquals(
        List.of(
            "connectorId: not a whole number, 0 assumed",
            "idTag: not a string, empty text assumed"),
        start.remarks());
  }

  @Test
  void anIdTagTooLongIsCut() {
    var start =
        call(
            Action.StartTransaction,
            "{'connectorId':1,'idTag':'<21>','meterStart':5,'timestamp':'2026-03-01T10:00:00Z'}");

    assertEquals(new StartTransaction.Request(1, Notation.x(20), 5, null, TEN), start.request());
    assertEquals(List.of("idTag: cut to 20 characters"), start.remarks());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "12.4            | 12                   | fraction rounded",
        "12.5            | 13                   | fraction rounded",
        "-0.4            | 0                    | fraction rounded",
        "1e-999999999    | 0                    | fraction rounded",
        "1.5e3           | 1500                 | ~~",
        "'1500'          | 1500                 | text instead of number",
        "' 15 '          | 15                   | text instead of number",
        "9223372036854775807    | 9223372036854775807  | ~~",
        "9223372036854775808    | 9223372036854775807  | out of range, clamped",
        "9223372036854775807.5  | 9223372036854775807  | out of range, clamped",
        "1e999999999            | 9223372036854775807  | out of range, clamped",
        "-1e99                  | -9223372036854775808 | out of range, clamped",
        "1e99999999999          | 9223372036854775807  | out of range, clamped",
        "'1e99999999999'        | 0                    | not a whole number, 0 assumed",
        "'twelve'        | 0                    | not a whole number, 0 assumed",
        "'NaN'           | 0                    | not a whole number, 0 assumed",
        "''              | 0                    | not a whole number, 0 assumed",
        "true            | 0                    | not a whole number, 0 assumed",
        "[1]             | 0                    | not a whole number, 0 assumed",
        "null            | 0                    | missing, 0 assumed"
      })
  void aMeterReadingIsRoundedClampedOrParsed(String notation, long meterStop, String remark) {
    var payload = "{'meterStop':%s,'timestamp':'2026-03-01T10:00:00Z','transactionId':1,'mark':0}";

    var stop = call(Action.StopTransaction, payload.formatted(notation));

    assertEquals(new StopTransaction.Request(null, meterStop, TEN, 1, null, null), stop.request());
    assertEquals(
        remark.isEmpty()
            ? Set.of("mark: unknown property")
            : Set.of("meterStop: " + remark, "mark: unknown property"),
        Set.copyOf(stop.remarks()));
  }

  @Test
  void anEndlessNumberIsAsGoodAsAnother() {
    var digits = "9".repeat(200_000);

    var stop = call(Action.StopTransaction, "{'meterStop':" + digits + "}");

    var request = assertInstanceOf(StopTransaction.Request.class, stop.request());
    assertEquals(Long.MAX_VALUE, request.meterStop());
  }

  @ParameterizedTest
  @CsvSource({
    "2147483648, 2147483647",
    "-2147483649, -2147483648",
    "'\"4711\"', 4711",
    "4711.0, 4711",
    "{}, -1"
  })
  void aTransactionIdIsAWholeNumber(String json, int transactionId) {
    var stop = call(Action.StopTransaction, "{'transactionId':" + json + "}");

    var request = assertInstanceOf(StopTransaction.Request.class, stop.request());
    assertEquals(transactionId, request.transactionId());
  }

  @Test
  void whatIsOptionalAndUnreadableInAStopIsLeftOut() {
    var stop =
        call(
            Action.StopTransaction,
            "{'idTag':[],'meterStop':1,'timestamp':'2026-03-01T10:00:00Z','transactionId':1,"
                + "'reason':'Bored','transactionData':'none'}");

    assertEquals(new StopTransaction.Request(null, 1, TEN, 1, null, null), stop.request());
    assertEquals(
        List.of(
            "idTag: not a string, left out",
            "reason: unknown value, left out",
            "transactionData: not a list, left out"),
        stop.remarks());
  }

  @Test
  void samplesThatCannotBeReadAreLeftOutAndTheOthersStay() {
    var samples =
        "[{'value':1.50},{'value':'2','context':'Now','format':0,'location':'Roof'},{'value':{}},"
            + "7,null,{'value':'3','measurand':'Energy'},{'value':'4','phase':'L4'},"
            + "{'value':'5','unit':'MWh'},{'value':'6'}]";

    var values =
        call(
            Action.MeterValues,
            "{'connectorId':1,'meterValue':[3,{'timestamp':'x','sampledValue':" + samples + "}]}");

    assertEquals(
        new MeterValues.Request(
            1,
            null,
            List.of(new MeterValue(RECEIVED, List.of(sample("1.50"), sample("2"), sample("6"))))),
        values.request());
    assertEquals(
        List.of(
            "meterValue[0]: left out, not an object",
            "meterValue[1].timestamp: not a date-time, time of receipt assumed",
            "meterValue[1].sampledValue[0].value: number instead of string",
            "meterValue[1].sampledValue[1].context: unknown value, left out",
            "meterValue[1].sampledValue[1].format: not a string, left out",
            "meterValue[1].sampledValue[1].location: unknown value, left out",
            "meterValue[1].sampledValue[2]: left out, value: not a string",
            "meterValue[1].sampledValue[3]: left out, not an object",
            "meterValue[1].sampledValue[4]: left out, not an object",
            "meterValue[1].sampledValue[5]: left out, measurand: unknown value",
            "meterValue[1].sampledValue[6]: left out, phase: unknown value",
            "meterValue[1].sampledValue[7]: left out, unit: unknown value"),
        values.remarks());
  }

  @Test
  void bothCelsiusesAndHertzAreUnits() {
    for (var unit : List.of("Celsius", "Celcius", "Hertz")) {
      var frame =
          "[2,'id','MeterValues',{'connectorId':1,'meterValue':[{'timestamp':"
              + "'2026-03-01T10:00:00Z','sampledValue':[{'value':'1','unit':'%s'}]}]}]";

      var decoded = Side.CHARGE_POINT.read(Notation.json(frame.formatted(unit)), messageId -> null);

      var call = assertInstanceOf(Decoded.Call.class, decoded);
      assertNull(call.raw(), unit + " needs no leniency");
    }
  }

  private static SampledValue sample(String value) {
    return new SampledValue(value, null, null, null, null, null, null);
  }
}
