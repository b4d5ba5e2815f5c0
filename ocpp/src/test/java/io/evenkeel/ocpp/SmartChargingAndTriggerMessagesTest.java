package io.evenkeel.ocpp;

import static io.evenkeel.ocpp.ErrorCode.OccurenceConstraintViolation;
import static io.evenkeel.ocpp.ErrorCode.PropertyConstraintViolation;
import static io.evenkeel.ocpp.ErrorCode.TypeConstraintViolation;
import static io.evenkeel.ocpp.Malformed.request;
import static io.evenkeel.ocpp.Malformed.response;

import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.trigger.TriggerMessage;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import io.evenkeel.ocpp.type.RecurrencyKind;
import java.math.BigDecimal;
import java.util.List;

class SmartChargingAndTriggerMessagesTest implements MessageFamily {
  private static final Timestamp TEN = Timestamp.parse("2026-03-01T10:00:00.000Z");
  private static final String SCHEDULE =
      "{'duration':86400,'startSchedule':'2026-03-01T10:00:00.000Z','chargingRateUnit':'A',"
          + "'chargingSchedulePeriod':[{'startPeriod':0,'limit':0.0},"
          + "{'startPeriod':60,'limit':8.1,'numberPhases':3}],'minChargingRate':6.0}";
  private static final String PROFILE_START =
      "{'chargingProfileId':1,'stackLevel':0,'chargingProfilePurpose':'TxProfile',"
          + "'chargingProfileKind':'Absolute'";

  @Override
  public List<RoundTrip> roundTrips() {
    var schedule =
        new ChargingSchedule(
            86_400,
            TEN,
            ChargingRateUnit.A,
            List.of(
                new ChargingSchedulePeriod(0, BigDecimal.ZERO, null),
                new ChargingSchedulePeriod(60, new BigDecimal("8.10"), 3)),
            new BigDecimal("6"));
    return List.of(
        RoundTrip.request(
            new SetChargingProfile.Request(
                1,
                new ChargingProfile(
                    1,
                    4711,
                    2,
                    ChargingProfilePurpose.TxDefaultProfile,
                    ChargingProfileKind.Recurring,
                    RecurrencyKind.Weekly,
                    TEN,
                    TEN,
                    schedule)),
            "{'connectorId':1,'csChargingProfiles':{'chargingProfileId':1,'transactionId':4711,"
                + "'stackLevel':2,'chargingProfilePurpose':'TxDefaultProfile',"
                + "'chargingProfileKind':'Recurring','recurrencyKind':'Weekly',"
                + "'validFrom':'2026-03-01T10:00:00.000Z','validTo':'2026-03-01T10:00:00.000Z',"
                + "'chargingSchedule':"
                + SCHEDULE
                + "}}"),
        RoundTrip.response(
            new SetChargingProfile.Response(SetChargingProfile.Status.NotSupported),
            "{'status':'NotSupported'}"),
        RoundTrip.request(new ClearChargingProfile.Request(null, null, null, null), "{}"),
        RoundTrip.request(
            new ClearChargingProfile.Request(1, 0, ChargingProfilePurpose.ChargePointMaxProfile, 3),
            "{'id':1,'connectorId':0,'chargingProfilePurpose':'ChargePointMaxProfile',"
                + "'stackLevel':3}"),
        RoundTrip.response(
            new ClearChargingProfile.Response(ClearChargingProfile.Status.Unknown),
            "{'status':'Unknown'}"),
        RoundTrip.request(
            new GetCompositeSchedule.Request(0, 3600, null), "{'connectorId':0,'duration':3600}"),
        RoundTrip.request(
            new GetCompositeSchedule.Request(1, 3600, ChargingRateUnit.W),
            "{'connectorId':1,'duration':3600,'chargingRateUnit':'W'}"),
        RoundTrip.response(
            new GetCompositeSchedule.Response(
                GetCompositeSchedule.Status.Rejected, null, null, null),
            "{'status':'Rejected'}"),
        RoundTrip.response(
            new GetCompositeSchedule.Response(
                GetCompositeSchedule.Status.Accepted, 1, TEN, schedule),
            "{'status':'Accepted','connectorId':1,'scheduleStart':'2026-03-01T10:00:00.000Z',"
                + "'chargingSchedule':"
                + SCHEDULE
                + "}"),
        RoundTrip.request(
            new TriggerMessage.Request(TriggerMessage.RequestedMessage.Heartbeat, null),
            "{'requestedMessage':'Heartbeat'}"),
        RoundTrip.request(
            new TriggerMessage.Request(TriggerMessage.RequestedMessage.StatusNotification, 1),
            "{'requestedMessage':'StatusNotification','connectorId':1}"),
        RoundTrip.response(
            new TriggerMessage.Response(TriggerMessage.Status.NotImplemented),
            "{'status':'NotImplemented'}"));
  }

  @Override
  public List<Malformed> malformed() {
    return List.of(
        request(
            Action.SetChargingProfile,
            "{'connectorId':1}",
            OccurenceConstraintViolation,
            "csChargingProfiles"),
        request(
            Action.SetChargingProfile,
            "{'csChargingProfiles':" + PROFILE_START + ",'chargingSchedule':" + SCHEDULE + "}}",
            OccurenceConstraintViolation,
            "connectorId"),
        request(
            Action.SetChargingProfile,
            "{'connectorId':1,'csChargingProfiles':[]}",
            TypeConstraintViolation,
            "csChargingProfiles"),
        profile("", OccurenceConstraintViolation, "chargingSchedule"),
        profile(",'chargingSchedule':1", TypeConstraintViolation, "chargingSchedule"),
        profile(",'stackLevel':'0'", TypeConstraintViolation, "stackLevel"),
        profile(",'transactionId':0.1", TypeConstraintViolation, "transactionId"),
        profile(
            ",'chargingProfilePurpose':'Tx'",
            PropertyConstraintViolation,
            "chargingProfilePurpose"),
        profile(
            ",'chargingProfileKind':'absolute'",
            PropertyConstraintViolation,
            "chargingProfileKind"),
        profile(",'recurrencyKind':'Monthly'", PropertyConstraintViolation, "recurrencyKind"),
        profile(",'validFrom':0", TypeConstraintViolation, "validFrom"),
        profile(",'validTo':'never'", TypeConstraintViolation, "validTo"),
        schedule("{}", OccurenceConstraintViolation, "chargingRateUnit"),
        schedule(
            "{'chargingRateUnit':'A'}", OccurenceConstraintViolation, "chargingSchedulePeriod"),
        schedule(
            "{'chargingRateUnit':'kW','chargingSchedulePeriod':[]}",
            PropertyConstraintViolation,
            "chargingRateUnit"),
        schedule(
            "{'duration':'1','chargingRateUnit':'A','chargingSchedulePeriod':[]}",
            TypeConstraintViolation,
            "duration"),
        schedule(
            "{'startSchedule':'','chargingRateUnit':'A','chargingSchedulePeriod':[]}",
            TypeConstraintViolation,
            "startSchedule"),
        schedule(
            "{'chargingRateUnit':'A','chargingSchedulePeriod':[],'minChargingRate':6.05}",
            PropertyConstraintViolation,
            "minChargingRate"),
        period("{'limit':16}", OccurenceConstraintViolation, ".startPeriod"),
        period("{'startPeriod':0}", OccurenceConstraintViolation, ".limit"),
        period("{'startPeriod':0,'limit':'16'}", TypeConstraintViolation, ".limit"),
        period("{'startPeriod':0,'limit':16.01}", PropertyConstraintViolation, ".limit"),
        period("{'startPeriod':0,'limit':1e99}", PropertyConstraintViolation, ".limit"),
        period("{'startPeriod':0,'limit':1e99999999999}", PropertyConstraintViolation, ".limit"),
        period("{'startPeriod':0,'limit':1e-99999999}", PropertyConstraintViolation, ".limit"),
        period(
            "{'startPeriod':0,'limit':16,'numberPhases':null,'startPeriod':'0'}",
            TypeConstraintViolation,
            ".startPeriod"),
        period(
            "{'startPeriod':0,'limit':16,'numberPhases':true}",
            TypeConstraintViolation,
            ".numberPhases"),
        period("null", TypeConstraintViolation, ""),
        response(Action.SetChargingProfile, "{}", OccurenceConstraintViolation, "status"),
        response(
            Action.SetChargingProfile, "{'status':'Ok'}", PropertyConstraintViolation, "status"),
        request(Action.ClearChargingProfile, "{'id':'1'}", TypeConstraintViolation, "id"),
        request(
            Action.ClearChargingProfile,
            "{'connectorId':[0]}",
            TypeConstraintViolation,
            "connectorId"),
        request(
            Action.ClearChargingProfile,
            "{'chargingProfilePurpose':''}",
            PropertyConstraintViolation,
            "chargingProfilePurpose"),
        request(
            Action.ClearChargingProfile,
            "{'stackLevel':1.5}",
            TypeConstraintViolation,
            "stackLevel"),
        response(Action.ClearChargingProfile, "{}", OccurenceConstraintViolation, "status"),
        response(
            Action.ClearChargingProfile,
            "{'status':'Rejected'}",
            PropertyConstraintViolation,
            "status"),
        request(
            Action.GetCompositeSchedule,
            "{'duration':60}",
            OccurenceConstraintViolation,
            "connectorId"),
        request(
            Action.GetCompositeSchedule,
            "{'connectorId':1}",
            OccurenceConstraintViolation,
            "duration"),
        request(
            Action.GetCompositeSchedule,
            "{'connectorId':1,'duration':60,'chargingRateUnit':'VA'}",
            PropertyConstraintViolation,
            "chargingRateUnit"),
        response(Action.GetCompositeSchedule, "{}", OccurenceConstraintViolation, "status"),
        response(
            Action.GetCompositeSchedule,
            "{'status':'Accepted','scheduleStart':1}",
            TypeConstraintViolation,
            "scheduleStart"),
        response(
            Action.GetCompositeSchedule,
            "{'status':'Accepted','connectorId':'1'}",
            TypeConstraintViolation,
            "connectorId"),
        response(
            Action.GetCompositeSchedule,
            "{'status':'Accepted','chargingSchedule':{'chargingRateUnit':'A'}}",
            OccurenceConstraintViolation,
            "chargingSchedule.chargingSchedulePeriod"),
        request(Action.TriggerMessage, "{}", OccurenceConstraintViolation, "requestedMessage"),
        request(
            Action.TriggerMessage,
            "{'requestedMessage':'SignChargePointCertificate'}",
            PropertyConstraintViolation,
            "requestedMessage"),
        request(
            Action.TriggerMessage,
            "{'requestedMessage':'Heartbeat','connectorId':'1'}",
            TypeConstraintViolation,
            "connectorId"),
        response(Action.TriggerMessage, "{}", OccurenceConstraintViolation, "status"),
        response(
            Action.TriggerMessage, "{'status':'Unknown'}", PropertyConstraintViolation, "status"));
  }

  private static Malformed profile(String more, ErrorCode code, String field) {
    return request(
        Action.SetChargingProfile,
        "{'connectorId':1,'csChargingProfiles':" + PROFILE_START + more + "}}",
        code,
        "csChargingProfiles." + field);
  }

  private static Malformed schedule(String notation, ErrorCode code, String field) {
    return profile(",'chargingSchedule':" + notation, code, "chargingSchedule." + field);
  }

  private static Malformed period(String notation, ErrorCode code, String field) {
    return schedule(
        "{'chargingRateUnit':'A','chargingSchedulePeriod':[" + notation + "]}",
        code,
        "chargingSchedulePeriod[0]" + field);
  }
}
