package io.evenkeel.ocpp;

import static io.evenkeel.ocpp.ErrorCode.FormationViolation;
import static io.evenkeel.ocpp.ErrorCode.OccurenceConstraintViolation;
import static io.evenkeel.ocpp.ErrorCode.PropertyConstraintViolation;
import static io.evenkeel.ocpp.ErrorCode.TypeConstraintViolation;
import static io.evenkeel.ocpp.Malformed.request;
import static io.evenkeel.ocpp.Malformed.response;
import static io.evenkeel.ocpp.Notation.x;

import io.evenkeel.ocpp.locallist.GetLocalListVersion;
import io.evenkeel.ocpp.locallist.SendLocalList;
import io.evenkeel.ocpp.reservation.CancelReservation;
import io.evenkeel.ocpp.reservation.ReserveNow;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.IdTagInfo;
import java.util.List;

class LocalListAndReservationMessagesTest implements MessageFamily {
  private static final Timestamp TEN = Timestamp.parse("2026-03-01T10:00:00.000Z");

  @Override
  public List<RoundTrip> roundTrips() {
    return List.of(
        RoundTrip.request(new GetLocalListVersion.Request(), "{}"),
        RoundTrip.response(new GetLocalListVersion.Response(-1), "{'listVersion':-1}"),
        RoundTrip.request(
            new SendLocalList.Request(1, null, SendLocalList.UpdateType.Full),
            "{'listVersion':1,'updateType':'Full'}"),
        RoundTrip.request(
            new SendLocalList.Request(
                2,
                List.of(
                    new SendLocalList.AuthorizationData("GONE", null),
                    new SendLocalList.AuthorizationData(
                        x(20), new IdTagInfo(TEN, "GROUP", AuthorizationStatus.Blocked))),
                SendLocalList.UpdateType.Differential),
            "{'listVersion':2,'localAuthorizationList':[{'idTag':'GONE'},"
                + "{'idTag':'<20>','idTagInfo':{'expiryDate':'2026-03-01T10:00:00.000Z',"
                + "'parentIdTag':'GROUP','status':'Blocked'}}],'updateType':'Differential'}"),
        RoundTrip.response(
            new SendLocalList.Response(SendLocalList.Status.VersionMismatch),
            "{'status':'VersionMismatch'}"),
        RoundTrip.request(
            new ReserveNow.Request(0, TEN, "04AB", null, 7),
            "{'connectorId':0,'expiryDate':'2026-03-01T10:00:00.000Z','idTag':'04AB',"
                + "'reservationId':7}"),
        RoundTrip.request(
            new ReserveNow.Request(1, TEN, x(20), x(20), 7),
            "{'connectorId':1,'expiryDate':'2026-03-01T10:00:00.000Z','idTag':'<20>',"
                + "'parentIdTag':'<20>','reservationId':7}"),
        RoundTrip.response(
            new ReserveNow.Response(ReserveNow.Status.Occupied), "{'status':'Occupied'}"),
        RoundTrip.request(new CancelReservation.Request(7), "{'reservationId':7}"),
        RoundTrip.response(
            new CancelReservation.Response(CancelReservation.Status.Rejected),
            "{'status':'Rejected'}"));
  }

  @Override
  public List<Malformed> malformed() {
    return List.of(
        request(Action.GetLocalListVersion, "[]", FormationViolation, ""),
        response(Action.GetLocalListVersion, "{}", OccurenceConstraintViolation, "listVersion"),
        response(
            Action.GetLocalListVersion,
            "{'listVersion':'0'}",
            TypeConstraintViolation,
            "listVersion"),
        request(
            Action.SendLocalList,
            "{'updateType':'Full'}",
            OccurenceConstraintViolation,
            "listVersion"),
        request(
            Action.SendLocalList, "{'listVersion':1}", OccurenceConstraintViolation, "updateType"),
        request(
            Action.SendLocalList,
            "{'listVersion':1,'updateType':'All'}",
            PropertyConstraintViolation,
            "updateType"),
        request(
            Action.SendLocalList,
            "{'listVersion':1,'updateType':'Full','localAuthorizationList':'T'}",
            TypeConstraintViolation,
            "localAuthorizationList"),
        request(
            Action.SendLocalList,
            "{'listVersion':1,'updateType':'Full','localAuthorizationList':['T']}",
            TypeConstraintViolation,
            "localAuthorizationList[0]"),
        request(
            Action.SendLocalList,
            "{'listVersion':1,'updateType':'Full','localAuthorizationList':[{'idTag':'<21>'}]}",
            PropertyConstraintViolation,
            "localAuthorizationList[0].idTag"),
        request(
            Action.SendLocalList,
            "{'listVersion':1,'updateType':'Full','localAuthorizationList':[{'idTag':'T'},"
                + "{'idTag':'U','idTagInfo':{}}]}",
            OccurenceConstraintViolation,
            "localAuthorizationList[1].idTagInfo.status"),
        response(Action.SendLocalList, "{}", OccurenceConstraintViolation, "status"),
        response(
            Action.SendLocalList, "{'status':'Rejected'}", PropertyConstraintViolation, "status"),
        request(
            Action.ReserveNow,
            "{'expiryDate':'2026-03-01T10:00:00Z','idTag':'T','reservationId':7}",
            OccurenceConstraintViolation,
            "connectorId"),
        request(
            Action.ReserveNow,
            "{'connectorId':1,'idTag':'T','reservationId':7}",
            OccurenceConstraintViolation,
            "expiryDate"),
        request(
            Action.ReserveNow,
            "{'connectorId':1,'expiryDate':'soon','idTag':'T','reservationId':7}",
            TypeConstraintViolation,
            "expiryDate"),
        request(
            Action.ReserveNow,
            "{'connectorId':1,'expiryDate':'2026-03-01T10:00:00Z','reservationId':7}",
            OccurenceConstraintViolation,
            "idTag"),
        request(
            Action.ReserveNow,
            "{'connectorId':1,'expiryDate':'2026-03-01T10:00:00Z','idTag':'T',"
                + "'parentIdTag':'<21>','reservationId':7}",
            PropertyConstraintViolation,
            "parentIdTag"),
        request(
            Action.ReserveNow,
            "{'connectorId':1,'expiryDate':'2026-03-01T10:00:00Z','idTag':'T'}",
            OccurenceConstraintViolation,
            "reservationId"),
        response(Action.ReserveNow, "{}", OccurenceConstraintViolation, "status"),
        response(Action.ReserveNow, "{'status':'Taken'}", PropertyConstraintViolation, "status"),
        request(Action.CancelReservation, "{}", OccurenceConstraintViolation, "reservationId"),
        request(
            Action.CancelReservation,
            "{'reservationId':'7'}",
            TypeConstraintViolation,
            "reservationId"),
        response(Action.CancelReservation, "{}", OccurenceConstraintViolation, "status"),
        response(
            Action.CancelReservation, "{'status':'Gone'}", PropertyConstraintViolation, "status"));
  }
}
