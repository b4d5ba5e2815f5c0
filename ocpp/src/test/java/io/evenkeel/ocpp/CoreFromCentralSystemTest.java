package io.evenkeel.ocpp;

import static io.evenkeel.ocpp.ErrorCode.FormationViolation;
import static io.evenkeel.ocpp.ErrorCode.OccurenceConstraintViolation;
import static io.evenkeel.ocpp.ErrorCode.PropertyConstraintViolation;
import static io.evenkeel.ocpp.ErrorCode.TypeConstraintViolation;
import static io.evenkeel.ocpp.Malformed.request;
import static io.evenkeel.ocpp.Malformed.response;
import static io.evenkeel.ocpp.Notation.x;

import io.evenkeel.ocpp.core.ChangeAvailability;
import io.evenkeel.ocpp.core.ChangeConfiguration;
import io.evenkeel.ocpp.core.ClearCache;
import io.evenkeel.ocpp.core.GetConfiguration;
import io.evenkeel.ocpp.core.RemoteStartTransaction;
import io.evenkeel.ocpp.core.RemoteStopTransaction;
import io.evenkeel.ocpp.core.Reset;
import io.evenkeel.ocpp.core.UnlockConnector;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import java.math.BigDecimal;
import java.util.List;

class CoreFromCentralSystemTest implements MessageFamily {

  @Override
  public List<RoundTrip> roundTrips() {
    return List.of(
        RoundTrip.request(
            new ChangeAvailability.Request(0, ChangeAvailability.Type.Inoperative),
            "{'connectorId':0,'type':'Inoperative'}"),
        RoundTrip.response(
            new ChangeAvailability.Response(ChangeAvailability.Status.Scheduled),
            "{'status':'Scheduled'}"),
        RoundTrip.request(
            new ChangeConfiguration.Request("HeartbeatInterval", "60"),
            "{'key':'HeartbeatInterval','value':'60'}"),
        RoundTrip.request(
            new ChangeConfiguration.Request(x(50), x(500)), "{'key':'<50>','value':'<500>'}"),
        RoundTrip.response(
            new ChangeConfiguration.Response(ChangeConfiguration.Status.RebootRequired),
            "{'status':'RebootRequired'}"),
        RoundTrip.request(new ClearCache.Request(), "{}"),
        RoundTrip.response(
            new ClearCache.Response(ClearCache.Status.Rejected), "{'status':'Rejected'}"),
        RoundTrip.request(new GetConfiguration.Request(null), "{}"),
        RoundTrip.request(new GetConfiguration.Request(List.of()), "{'key':[]}"),
        RoundTrip.request(
            new GetConfiguration.Request(List.of("A", x(50))), "{'key':['A','<50>']}"),
        RoundTrip.response(new GetConfiguration.Response(null, null), "{}"),
        RoundTrip.response(
            new GetConfiguration.Response(
                List.of(
                    new GetConfiguration.KeyValue("A", true, null),
                    new GetConfiguration.KeyValue(x(50), false, x(500))),
                List.of("B")),
            "{'configurationKey':[{'key':'A','readonly':true},"
                + "{'key':'<50>','readonly':false,'value':'<500>'}],'unknownKey':['B']}"),
        RoundTrip.request(
            new RemoteStartTransaction.Request(null, "04AB", null), "{'idTag':'04AB'}"),
        RoundTrip.request(
            new RemoteStartTransaction.Request(
                1,
                "04AB",
                new ChargingProfile(
                    1,
                    null,
                    0,
                    ChargingProfilePurpose.TxProfile,
                    ChargingProfileKind.Relative,
                    null,
                    null,
                    null,
                    new ChargingSchedule(
                        null,
                        null,
                        ChargingRateUnit.A,
                        List.of(new ChargingSchedulePeriod(0, new BigDecimal("16"), null)),
                        null))),
            "{'connectorId':1,'idTag':'04AB','chargingProfile':{'chargingProfileId':1,"
                + "'stackLevel':0,'chargingProfilePurpose':'TxProfile',"
                + "'chargingProfileKind':'Relative','chargingSchedule':{'chargingRateUnit':'A',"
                + "'chargingSchedulePeriod':[{'startPeriod':0,'limit':16.0}]}}}"),
        RoundTrip.response(
            new RemoteStartTransaction.Response(RemoteStartTransaction.Status.Accepted),
            "{'status':'Accepted'}"),
        RoundTrip.request(new RemoteStopTransaction.Request(4711), "{'transactionId':4711}"),
        RoundTrip.response(
            new RemoteStopTransaction.Response(RemoteStopTransaction.Status.Rejected),
            "{'status':'Rejected'}"),
        RoundTrip.request(new Reset.Request(Reset.Type.Hard), "{'type':'Hard'}"),
        RoundTrip.response(new Reset.Response(Reset.Status.Accepted), "{'status':'Accepted'}"),
        RoundTrip.request(new UnlockConnector.Request(1), "{'connectorId':1}"),
        RoundTrip.response(
            new UnlockConnector.Response(UnlockConnector.Status.UnlockFailed),
            "{'status':'UnlockFailed'}"));
  }

  @Override
  public List<Malformed> malformed() {
    return List.of(
        request(
            Action.ChangeAvailability,
            "{'type':'Operative'}",
            OccurenceConstraintViolation,
            "connectorId"),
        request(
            Action.ChangeAvailability,
            "{'connectorId':true,'type':'Operative'}",
            TypeConstraintViolation,
            "connectorId"),
        request(
            Action.ChangeAvailability, "{'connectorId':1}", OccurenceConstraintViolation, "type"),
        request(
            Action.ChangeAvailability,
            "{'connectorId':1,'type':'Off'}",
            PropertyConstraintViolation,
            "type"),
        response(Action.ChangeAvailability, "{}", OccurenceConstraintViolation, "status"),
        response(Action.ChangeAvailability, "{'status':''}", PropertyConstraintViolation, "status"),
        request(Action.ChangeConfiguration, "{'value':'1'}", OccurenceConstraintViolation, "key"),
        request(Action.ChangeConfiguration, "{'key':'K'}", OccurenceConstraintViolation, "value"),
        request(
            Action.ChangeConfiguration, "{'key':'K','value':1}", TypeConstraintViolation, "value"),
        request(
            Action.ChangeConfiguration,
            "{'key':'<51>','value':'1'}",
            PropertyConstraintViolation,
            "key"),
        request(
            Action.ChangeConfiguration,
            "{'key':'K','value':'<501>'}",
            PropertyConstraintViolation,
            "value"),
        response(
            Action.ChangeConfiguration, "{'status':null}", OccurenceConstraintViolation, "status"),
        response(
            Action.ChangeConfiguration, "{'status':'Ok'}", PropertyConstraintViolation, "status"),
        request(Action.ClearCache, "[]", FormationViolation, ""),
        request(Action.ClearCache, "null", FormationViolation, "").butMended(),
        response(Action.ClearCache, "{}", OccurenceConstraintViolation, "status"),
        response(Action.ClearCache, "{'status':false}", TypeConstraintViolation, "status"),
        request(Action.GetConfiguration, "{'key':'A'}", TypeConstraintViolation, "key"),
        request(Action.GetConfiguration, "{'key':['A',null]}", TypeConstraintViolation, "key[1]"),
        request(Action.GetConfiguration, "{'key':['A',5]}", TypeConstraintViolation, "key[1]"),
        request(Action.GetConfiguration, "{'key':['<51>']}", PropertyConstraintViolation, "key[0]"),
        response(
            Action.GetConfiguration,
            "{'configurationKey':{}}",
            TypeConstraintViolation,
            "configurationKey"),
        response(
            Action.GetConfiguration,
            "{'configurationKey':[{'readonly':true}]}",
            OccurenceConstraintViolation,
            "configurationKey[0].key"),
        response(
            Action.GetConfiguration,
            "{'configurationKey':[{'key':'A','readonly':true},{'key':'B'}]}",
            OccurenceConstraintViolation,
            "configurationKey[1].readonly"),
        response(
            Action.GetConfiguration,
            "{'configurationKey':[{'key':'A','readonly':'true'}]}",
            TypeConstraintViolation,
            "configurationKey[0].readonly"),
        response(
                Action.GetConfiguration,
                "{'configurationKey':[{'key':'A','readonly':true,'value':60}]}",
                TypeConstraintViolation,
                "configurationKey[0].value")
            .butMended(),
        response(
                Action.GetConfiguration,
                "{'configurationKey':[{'key':'A','readonly':true,'value':'<501>'}]}",
                PropertyConstraintViolation,
                "configurationKey[0].value")
            .butMended(),
        response(
            Action.GetConfiguration,
            "{'unknownKey':['<51>']}",
            PropertyConstraintViolation,
            "unknownKey[0]"),
        request(
            Action.RemoteStartTransaction,
            "{'connectorId':1}",
            OccurenceConstraintViolation,
            "idTag"),
        request(
            Action.RemoteStartTransaction,
            "{'idTag':'<21>'}",
            PropertyConstraintViolation,
            "idTag"),
        request(
            Action.RemoteStartTransaction,
            "{'connectorId':'1','idTag':'T'}",
            TypeConstraintViolation,
            "connectorId"),
        request(
            Action.RemoteStartTransaction,
            "{'idTag':'T','chargingProfile':{}}",
            OccurenceConstraintViolation,
            "chargingProfile.chargingProfileId"),
        request(
            Action.RemoteStartTransaction,
            "{'idTag':'T','chargingProfile':1}",
            TypeConstraintViolation,
            "chargingProfile"),
        response(
            Action.RemoteStartTransaction,
            "{'status':'Denied'}",
            PropertyConstraintViolation,
            "status"),
        response(Action.RemoteStartTransaction, "{}", OccurenceConstraintViolation, "status"),
        request(Action.RemoteStopTransaction, "{}", OccurenceConstraintViolation, "transactionId"),
        request(
            Action.RemoteStopTransaction,
            "{'transactionId':'4711'}",
            TypeConstraintViolation,
            "transactionId"),
        request(
            Action.RemoteStopTransaction,
            "{'transactionId':-2147483649}",
            PropertyConstraintViolation,
            "transactionId"),
        response(
            Action.RemoteStopTransaction,
            "{'status':'Denied'}",
            PropertyConstraintViolation,
            "status"),
        response(Action.RemoteStopTransaction, "{}", OccurenceConstraintViolation, "status"),
        request(Action.Reset, "{}", OccurenceConstraintViolation, "type"),
        request(Action.Reset, "{'type':'hard'}", PropertyConstraintViolation, "type"),
        request(Action.Reset, "{'type':1}", TypeConstraintViolation, "type"),
        response(Action.Reset, "{'status':''}", PropertyConstraintViolation, "status"),
        response(Action.Reset, "{}", OccurenceConstraintViolation, "status"),
        request(Action.UnlockConnector, "{}", OccurenceConstraintViolation, "connectorId"),
        request(
            Action.UnlockConnector, "{'connectorId':{}}", TypeConstraintViolation, "connectorId"),
        response(
            Action.UnlockConnector, "{'status':'Open'}", PropertyConstraintViolation, "status"),
        response(Action.UnlockConnector, "{}", OccurenceConstraintViolation, "status"));
  }
}
