package io.evenkeel.ocpp;

import static io.evenkeel.ocpp.ErrorCode.FormationViolation;
import static io.evenkeel.ocpp.ErrorCode.OccurenceConstraintViolation;
import static io.evenkeel.ocpp.ErrorCode.PropertyConstraintViolation;
import static io.evenkeel.ocpp.ErrorCode.TypeConstraintViolation;
import static io.evenkeel.ocpp.Malformed.request;
import static io.evenkeel.ocpp.Malformed.response;
import static io.evenkeel.ocpp.Notation.x;

import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.IdTagInfo;
import io.evenkeel.ocpp.type.Location;
import io.evenkeel.ocpp.type.Measurand;
import io.evenkeel.ocpp.type.MeterValue;
import io.evenkeel.ocpp.type.Phase;
import io.evenkeel.ocpp.type.ReadingContext;
import io.evenkeel.ocpp.type.SampledValue;
import io.evenkeel.ocpp.type.Unit;
import io.evenkeel.ocpp.type.ValueFormat;
import java.util.List;

/** The transaction facts; {@link TransactionFactsTest} says what becomes of the mended ones. */
class TransactionMessagesTest implements MessageFamily {
  private static final Timestamp TEN = Timestamp.parse("2026-03-01T10:00:00.000Z");
  private static final String AT_TEN = "'timestamp':'2026-03-01T10:00:00.000Z'";
  private static final IdTagInfo ACCEPTED = new IdTagInfo(null, null, AuthorizationStatus.Accepted);
  private static final SampledValue PLAIN =
      new SampledValue("230.1", null, null, null, null, null, null);
  private static final SampledValue FULL =
      new SampledValue(
          "16.0",
          ReadingContext.SamplePeriodic,
          ValueFormat.Raw,
          Measurand.CurrentImport,
          Phase.L1_N,
          Location.Outlet,
          Unit.A);
  private static final String SAMPLES =
      "'sampledValue':[{'value':'230.1'},{'value':'16.0','context':'Sample.Periodic',"
          + "'format':'Raw','measurand':'Current.Import','phase':'L1-N','location':'Outlet',"
          + "'unit':'A'}]";

  @Override
  public List<RoundTrip> roundTrips() {
    return List.of(
        RoundTrip.request(
            new StartTransaction.Request(1, "04AB", 0, null, TEN),
            "{'connectorId':1,'idTag':'04AB','meterStart':0," + AT_TEN + "}"),
        RoundTrip.request(
            new StartTransaction.Request(2, x(20), 5_000_000_000L, 7, TEN),
            "{'connectorId':2,'idTag':'<20>','meterStart':5000000000,'reservationId':7,"
                + AT_TEN
                + "}"),
        RoundTrip.response(
            new StartTransaction.Response(ACCEPTED, 4711),
            "{'idTagInfo':{'status':'Accepted'},'transactionId':4711}"),
        RoundTrip.request(
            new StopTransaction.Request(null, 12_000, TEN, 4711, null, null),
            "{'meterStop':12000," + AT_TEN + ",'transactionId':4711}"),
        RoundTrip.request(
            new StopTransaction.Request(
                "04AB",
                Long.MAX_VALUE,
                TEN,
                -1,
                StopTransaction.Reason.EVDisconnected,
                List.of(new MeterValue(TEN, List.of(PLAIN, FULL)))),
            "{'idTag':'04AB','meterStop':9223372036854775807,"
                + AT_TEN
                + ",'transactionId':-1,'reason':'EVDisconnected','transactionData':[{"
                + AT_TEN
                + ","
                + SAMPLES
                + "}]}"),
        RoundTrip.response(new StopTransaction.Response(null), "{}"),
        RoundTrip.response(
            new StopTransaction.Response(ACCEPTED), "{'idTagInfo':{'status':'Accepted'}}"),
        RoundTrip.request(
            new MeterValues.Request(0, null, List.of()), "{'connectorId':0,'meterValue':[]}"),
        RoundTrip.request(
            new MeterValues.Request(
                1,
                4711,
                List.of(new MeterValue(TEN, List.of(PLAIN, FULL)), new MeterValue(TEN, List.of()))),
            "{'connectorId':1,'transactionId':4711,'meterValue':[{"
                + AT_TEN
                + ","
                + SAMPLES
                + "},{"
                + AT_TEN
                + ",'sampledValue':[]}]}"),
        RoundTrip.response(new MeterValues.Response(), "{}"));
  }

  @Override
  public List<Malformed> malformed() {
    return List.of(
        request(
            Action.StartTransaction,
            "{'idTag':'T','meterStart':0," + AT_TEN + "}",
            OccurenceConstraintViolation,
            "connectorId"),
        request(
            Action.StartTransaction,
            "{'connectorId':1,'meterStart':0," + AT_TEN + "}",
            OccurenceConstraintViolation,
            "idTag"),
        request(
            Action.StartTransaction,
            "{'connectorId':1,'idTag':null,'meterStart':0," + AT_TEN + "}",
            OccurenceConstraintViolation,
            "idTag"),
        request(
                Action.StartTransaction,
                "{'connectorId':'one','idTag':'T','meterStart':0," + AT_TEN + "}",
                TypeConstraintViolation,
                "connectorId")
            .butMended(),
        request(
                Action.StartTransaction,
                "{'connectorId':1,'idTag':'<21>','meterStart':0," + AT_TEN + "}",
                PropertyConstraintViolation,
                "idTag")
            .butMended(),
        request(
                Action.StartTransaction,
                "{'connectorId':1,'idTag':'T'," + AT_TEN + "}",
                OccurenceConstraintViolation,
                "meterStart")
            .butMended(),
        request(
                Action.StartTransaction,
                "{'connectorId':1,'idTag':'T','meterStart':0.5," + AT_TEN + "}",
                TypeConstraintViolation,
                "meterStart")
            .butMended(),
        request(
                Action.StartTransaction,
                "{'connectorId':1,'idTag':'T','meterStart':9223372036854775808," + AT_TEN + "}",
                PropertyConstraintViolation,
                "meterStart")
            .butMended(),
        request(
                Action.StartTransaction,
                "{'connectorId':1,'idTag':'T','meterStart':0,'reservationId':{}," + AT_TEN + "}",
                TypeConstraintViolation,
                "reservationId")
            .butMended(),
        request(
                Action.StartTransaction,
                "{'connectorId':1,'idTag':'T','meterStart':0}",
                OccurenceConstraintViolation,
                "timestamp")
            .butMended(),
        request(
                Action.StartTransaction,
                "{'connectorId':1,'idTag':'T','meterStart':0,'timestamp':'2026-02-30T10:00:00Z'}",
                TypeConstraintViolation,
                "timestamp")
            .butMended(),
        request(Action.StartTransaction, "[1,'T']", FormationViolation, ""),
        request(Action.StartTransaction, "null", FormationViolation, ""),
        response(
            Action.StartTransaction,
            "{'transactionId':1}",
            OccurenceConstraintViolation,
            "idTagInfo"),
        response(
            Action.StartTransaction,
            "{'idTagInfo':{'status':'Accepted'}}",
            OccurenceConstraintViolation,
            "transactionId"),
        response(
            Action.StartTransaction,
            "{'idTagInfo':{'status':'Accepted'},'transactionId':'7'}",
            TypeConstraintViolation,
            "transactionId"),
        request(
                Action.StopTransaction,
                "{" + AT_TEN + ",'transactionId':1}",
                OccurenceConstraintViolation,
                "meterStop")
            .butMended(),
        request(
                Action.StopTransaction,
                "{'meterStop':'12'," + AT_TEN + ",'transactionId':1}",
                TypeConstraintViolation,
                "meterStop")
            .butMended(),
        request(
                Action.StopTransaction,
                "{'meterStop':1,'transactionId':1}",
                OccurenceConstraintViolation,
                "timestamp")
            .butMended(),
        request(
                Action.StopTransaction,
                "{'meterStop':1," + AT_TEN + "}",
                OccurenceConstraintViolation,
                "transactionId")
            .butMended(),
        request(
                Action.StopTransaction,
                "{'meterStop':1," + AT_TEN + ",'transactionId':2147483648}",
                PropertyConstraintViolation,
                "transactionId")
            .butMended(),
        request(
                Action.StopTransaction,
                "{'idTag':'<21>','meterStop':1," + AT_TEN + ",'transactionId':1}",
                PropertyConstraintViolation,
                "idTag")
            .butMended(),
        request(
                Action.StopTransaction,
                "{'meterStop':1," + AT_TEN + ",'transactionId':1,'reason':'Bored'}",
                PropertyConstraintViolation,
                "reason")
            .butMended(),
        request(
                Action.StopTransaction,
                "{'meterStop':1," + AT_TEN + ",'transactionId':1,'transactionData':{}}",
                TypeConstraintViolation,
                "transactionData")
            .butMended(),
        request(
                Action.StopTransaction,
                "{'meterStop':1,"
                    + AT_TEN
                    + ",'transactionId':1,'transactionData':[{"
                    + AT_TEN
                    + ",'sampledValue':[{'value':'1'},{'unit':'Wh'}]}]}",
                OccurenceConstraintViolation,
                "transactionData[0].sampledValue[1].value")
            .butMended(),
        request(Action.StopTransaction, "null", FormationViolation, "").butMended(),
        request(Action.StopTransaction, "[4711]", FormationViolation, "").butMended(),
        response(Action.StopTransaction, "{'idTagInfo':[]}", TypeConstraintViolation, "idTagInfo"),
        response(
            Action.StopTransaction,
            "{'idTagInfo':{'status':''}}",
            PropertyConstraintViolation,
            "idTagInfo.status"),
        request(
                Action.MeterValues,
                "{'meterValue':[]}",
                OccurenceConstraintViolation,
                "connectorId")
            .butMended(),
        request(Action.MeterValues, "{'connectorId':1}", OccurenceConstraintViolation, "meterValue")
            .butMended(),
        request(
                Action.MeterValues,
                "{'connectorId':1,'meterValue':{}}",
                TypeConstraintViolation,
                "meterValue")
            .butMended(),
        request(
                Action.MeterValues,
                "{'connectorId':1,'meterValue':[null]}",
                TypeConstraintViolation,
                "meterValue[0]")
            .butMended(),
        request(
                Action.MeterValues,
                "{'connectorId':1,'transactionId':'none','meterValue':[]}",
                TypeConstraintViolation,
                "transactionId")
            .butMended(),
        request(
                Action.MeterValues,
                "{'connectorId':1,'meterValue':[{'sampledValue':[]}]}",
                OccurenceConstraintViolation,
                "meterValue[0].timestamp")
            .butMended(),
        request(
                Action.MeterValues,
                "{'connectorId':1,'meterValue':[{" + AT_TEN + "}]}",
                OccurenceConstraintViolation,
                "meterValue[0].sampledValue")
            .butMended(),
        sample("{'value':230.1}", TypeConstraintViolation, ".value").butMended(),
        sample("{'value':null}", OccurenceConstraintViolation, ".value").butMended(),
        sample("{'value':'1','context':'Now'}", PropertyConstraintViolation, ".context")
            .butMended(),
        sample("{'value':'1','format':7}", TypeConstraintViolation, ".format").butMended(),
        sample("{'value':'1','measurand':'Energy'}", PropertyConstraintViolation, ".measurand")
            .butMended(),
        sample("{'value':'1','phase':'L4'}", PropertyConstraintViolation, ".phase").butMended(),
        sample("{'value':'1','location':'Roof'}", PropertyConstraintViolation, ".location")
            .butMended(),
        sample("{'value':'1','unit':'MWh'}", PropertyConstraintViolation, ".unit").butMended(),
        sample("'230.1'", TypeConstraintViolation, "").butMended(),
        request(Action.MeterValues, "7", FormationViolation, "").butMended(),
        response(Action.MeterValues, "''", FormationViolation, ""));
  }

  private static Malformed sample(String notation, ErrorCode code, String field) {
    return request(
        Action.MeterValues,
        "{'connectorId':1,'meterValue':[{" + AT_TEN + ",'sampledValue':[" + notation + "]}]}",
        code,
        "meterValue[0].sampledValue[0]" + field);
  }
}
