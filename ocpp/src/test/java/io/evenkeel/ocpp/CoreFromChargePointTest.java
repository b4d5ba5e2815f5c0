package io.evenkeel.ocpp;

import static io.evenkeel.ocpp.ErrorCode.FormationViolation;
import static io.evenkeel.ocpp.ErrorCode.OccurenceConstraintViolation;
import static io.evenkeel.ocpp.ErrorCode.PropertyConstraintViolation;
import static io.evenkeel.ocpp.ErrorCode.TypeConstraintViolation;
import static io.evenkeel.ocpp.Malformed.request;
import static io.evenkeel.ocpp.Malformed.response;
import static io.evenkeel.ocpp.Notation.x;

import io.evenkeel.ocpp.core.Authorize;
import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.core.DataTransfer;
import io.evenkeel.ocpp.core.Heartbeat;
import io.evenkeel.ocpp.core.StatusNotification;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.ocpp.type.IdTagInfo;
import java.util.List;

class CoreFromChargePointTest implements MessageFamily {
  private static final Timestamp TEN = Timestamp.parse("2026-03-01T10:00:00.000Z");

  @Override
  public List<RoundTrip> roundTrips() {
    return List.of(
        RoundTrip.request(new Authorize.Request("04AB"), "{'idTag':'04AB'}"),
        RoundTrip.request(new Authorize.Request(x(20)), "{'idTag':'<20>'}"),
        RoundTrip.response(
            new Authorize.Response(new IdTagInfo(null, null, AuthorizationStatus.Invalid)),
            "{'idTagInfo':{'status':'Invalid'}}"),
        RoundTrip.response(
            new Authorize.Response(new IdTagInfo(TEN, x(20), AuthorizationStatus.ConcurrentTx)),
            "{'idTagInfo':{'expiryDate':'2026-03-01T10:00:00.000Z','parentIdTag':'<20>',"
                + "'status':'ConcurrentTx'}}"),
        RoundTrip.request(
            new BootNotification.Request("V", "M", null, null, null, null, null, null, null),
            "{'chargePointVendor':'V','chargePointModel':'M'}"),
        RoundTrip.request(
            new BootNotification.Request(
                x(20), x(20), x(25), x(25), x(50), x(20), x(20), x(25), x(25)),
            "{'chargePointVendor':'<20>','chargePointModel':'<20>',"
                + "'chargePointSerialNumber':'<25>','chargeBoxSerialNumber':'<25>',"
                + "'firmwareVersion':'<50>','iccid':'<20>','imsi':'<20>','meterType':'<25>',"
                + "'meterSerialNumber':'<25>'}"),
        RoundTrip.response(
            new BootNotification.Response(BootNotification.Status.Accepted, TEN, 300),
            "{'status':'Accepted','currentTime':'2026-03-01T10:00:00.000Z','interval':300}"),
        RoundTrip.request(
            new DataTransfer.Request("com.vendor", null, null), "{'vendorId':'com.vendor'}"),
        RoundTrip.request(
            new DataTransfer.Request(x(255), x(50), x(9000)),
            "{'vendorId':'<255>','messageId':'<50>','data':'<9000>'}"),
        RoundTrip.response(
            new DataTransfer.Response(DataTransfer.Status.UnknownVendorId, null),
            "{'status':'UnknownVendorId'}"),
        RoundTrip.response(
            new DataTransfer.Response(DataTransfer.Status.Accepted, "é€😀\\n\\u0001"),
            "{'status':'Accepted','data':'é€😀\\\\n\\\\u0001'}"),
        RoundTrip.request(new Heartbeat.Request(), "{}"),
        RoundTrip.response(
            new Heartbeat.Response(TEN), "{'currentTime':'2026-03-01T10:00:00.000Z'}"),
        RoundTrip.request(
            new StatusNotification.Request(
                0,
                ChargePointErrorCode.NoError,
                null,
                ChargePointStatus.Available,
                null,
                null,
                null),
            "{'connectorId':0,'errorCode':'NoError','status':'Available'}"),
        RoundTrip.request(
            new StatusNotification.Request(
                2,
                ChargePointErrorCode.ConnectorLockFailure,
                x(50),
                ChargePointStatus.SuspendedEVSE,
                TEN,
                x(255),
                x(50)),
            "{'connectorId':2,'errorCode':'ConnectorLockFailure','info':'<50>',"
                + "'status':'SuspendedEVSE','timestamp':'2026-03-01T10:00:00.000Z',"
                + "'vendorId':'<255>','vendorErrorCode':'<50>'}"),
        RoundTrip.response(new StatusNotification.Response(), "{}"));
  }

  @Override
  public List<Malformed> malformed() {
    return List.of(
        request(Action.Authorize, "{}", OccurenceConstraintViolation, "idTag"),
        request(Action.Authorize, "{'idTag':null}", OccurenceConstraintViolation, "idTag"),
        request(Action.Authorize, "{'idTag':4711}", TypeConstraintViolation, "idTag"),
        request(Action.Authorize, "{'idTag':{}}", TypeConstraintViolation, "idTag"),
        request(Action.Authorize, "{'idTag':['04AB']}", TypeConstraintViolation, "idTag"),
        request(Action.Authorize, "{'idTag':'<21>'}", PropertyConstraintViolation, "idTag"),
        request(Action.Authorize, "null", FormationViolation, ""),
        request(Action.Authorize, "'04AB'", FormationViolation, ""),
        request(Action.Authorize, "['04AB']", FormationViolation, ""),
        response(Action.Authorize, "{}", OccurenceConstraintViolation, "idTagInfo"),
        response(
            Action.Authorize, "{'idTagInfo':'Accepted'}", TypeConstraintViolation, "idTagInfo"),
        response(
            Action.Authorize, "{'idTagInfo':{}}", OccurenceConstraintViolation, "idTagInfo.status"),
        response(
            Action.Authorize,
            "{'idTagInfo':{'status':'accepted'}}",
            PropertyConstraintViolation,
            "idTagInfo.status"),
        response(
            Action.Authorize,
            "{'idTagInfo':{'status':'Accepted','parentIdTag':'<21>'}}",
            PropertyConstraintViolation,
            "idTagInfo.parentIdTag"),
        response(
            Action.Authorize,
            "{'idTagInfo':{'status':'Accepted','expiryDate':'tomorrow'}}",
            TypeConstraintViolation,
            "idTagInfo.expiryDate"),
        request(
            Action.BootNotification,
            "{'chargePointModel':'M'}",
            OccurenceConstraintViolation,
            "chargePointVendor"),
        request(
            Action.BootNotification,
            "{'chargePointVendor':'V','chargePointModel':null}",
            OccurenceConstraintViolation,
            "chargePointModel"),
        request(
            Action.BootNotification,
            "{'chargePointVendor':{},'chargePointModel':'M'}",
            TypeConstraintViolation,
            "chargePointVendor"),
        request(
                Action.BootNotification,
                "{'chargePointVendor':'<21>','chargePointModel':'M'}",
                PropertyConstraintViolation,
                "chargePointVendor")
            .butMended(),
        request(
                Action.BootNotification,
                "{'chargePointVendor':'V','chargePointModel':7}",
                TypeConstraintViolation,
                "chargePointModel")
            .butMended(),
        request(
                Action.BootNotification,
                "{'chargePointVendor':'V','chargePointModel':'M','chargePointSerialNumber':'<26>'}",
                PropertyConstraintViolation,
                "chargePointSerialNumber")
            .butMended(),
        request(
                Action.BootNotification,
                "{'chargePointVendor':'V','chargePointModel':'M','chargeBoxSerialNumber':[]}",
                TypeConstraintViolation,
                "chargeBoxSerialNumber")
            .butMended(),
        request(
                Action.BootNotification,
                "{'chargePointVendor':'V','chargePointModel':'M','firmwareVersion':'<51>'}",
                PropertyConstraintViolation,
                "firmwareVersion")
            .butMended(),
        request(
                Action.BootNotification,
                "{'chargePointVendor':'V','chargePointModel':'M','iccid':89310410106543789301}",
                TypeConstraintViolation,
                "iccid")
            .butMended(),
        request(
                Action.BootNotification,
                "{'chargePointVendor':'V','chargePointModel':'M','imsi':'<21>'}",
                PropertyConstraintViolation,
                "imsi")
            .butMended(),
        request(
                Action.BootNotification,
                "{'chargePointVendor':'V','chargePointModel':'M','meterType':'<26>'}",
                PropertyConstraintViolation,
                "meterType")
            .butMended(),
        request(
                Action.BootNotification,
                "{'chargePointVendor':'V','chargePointModel':'M','meterSerialNumber':true}",
                TypeConstraintViolation,
                "meterSerialNumber")
            .butMended(),
        request(Action.BootNotification, "null", FormationViolation, ""),
        response(
            Action.BootNotification,
            "{'currentTime':'2026-03-01T10:00:00Z','interval':300}",
            OccurenceConstraintViolation,
            "status"),
        response(
            Action.BootNotification,
            "{'status':'Accepted','interval':300}",
            OccurenceConstraintViolation,
            "currentTime"),
        response(
            Action.BootNotification,
            "{'status':'Accepted','currentTime':1772359200,'interval':300}",
            TypeConstraintViolation,
            "currentTime"),
        response(
            Action.BootNotification,
            "{'status':'Accepted','currentTime':'2026-03-01T10:00:00Z','interval':'300'}",
            TypeConstraintViolation,
            "interval"),
        response(
            Action.BootNotification,
            "{'status':'Accepted','currentTime':'2026-03-01T10:00:00Z','interval':2147483648}",
            PropertyConstraintViolation,
            "interval"),
        request(Action.DataTransfer, "{'data':'x'}", OccurenceConstraintViolation, "vendorId"),
        request(
            Action.DataTransfer, "{'vendorId':'<256>'}", PropertyConstraintViolation, "vendorId"),
        request(
            Action.DataTransfer,
            "{'vendorId':'v','messageId':'<51>'}",
            PropertyConstraintViolation,
            "messageId"),
        request(Action.DataTransfer, "{'vendorId':'v','data':{}}", TypeConstraintViolation, "data"),
        response(Action.DataTransfer, "{'data':'x'}", OccurenceConstraintViolation, "status"),
        response(
            Action.DataTransfer, "{'status':'Unknown'}", PropertyConstraintViolation, "status"),
        response(
            Action.DataTransfer, "{'status':'Accepted','data':1}", TypeConstraintViolation, "data"),
        request(Action.Heartbeat, "[]", FormationViolation, ""),
        request(Action.Heartbeat, "''", FormationViolation, ""),
        request(Action.Heartbeat, "null", FormationViolation, "").butMended(),
        response(Action.Heartbeat, "{}", OccurenceConstraintViolation, "currentTime"),
        response(Action.Heartbeat, "{'currentTime':''}", TypeConstraintViolation, "currentTime"),
        response(
                Action.Heartbeat,
                "{'currentTime':'2026-03-01T10:00:00'}",
                TypeConstraintViolation,
                "currentTime")
            .butMended(),
        request(
            Action.StatusNotification,
            "{'errorCode':'NoError','status':'Available'}",
            OccurenceConstraintViolation,
            "connectorId"),
        request(
            Action.StatusNotification,
            "{'connectorId':'1','errorCode':'NoError','status':'Available'}",
            TypeConstraintViolation,
            "connectorId"),
        request(
            Action.StatusNotification,
            "{'connectorId':1.5,'errorCode':'NoError','status':'Available'}",
            TypeConstraintViolation,
            "connectorId"),
        request(
            Action.StatusNotification,
            "{'connectorId':1,'status':'Available'}",
            OccurenceConstraintViolation,
            "errorCode"),
        request(
                Action.StatusNotification,
                "{'connectorId':1,'errorCode':'Broken','status':'Available'}",
                PropertyConstraintViolation,
                "errorCode")
            .butMended(),
        request(
            Action.StatusNotification,
            "{'connectorId':1,'errorCode':'NoError'}",
            OccurenceConstraintViolation,
            "status"),
        request(
            Action.StatusNotification,
            "{'connectorId':1,'errorCode':'NoError','status':'Occupied'}",
            PropertyConstraintViolation,
            "status"),
        request(
                Action.StatusNotification,
                "{'connectorId':1,'errorCode':'NoError','status':'Faulted','info':'<51>'}",
                PropertyConstraintViolation,
                "info")
            .butMended(),
        request(
            Action.StatusNotification,
            "{'connectorId':1,'errorCode':'NoError','status':'Faulted','timestamp':'now'}",
            TypeConstraintViolation,
            "timestamp"),
        request(
            Action.StatusNotification,
            "{'connectorId':1,'errorCode':'NoError','status':'Faulted','vendorId':'<256>'}",
            PropertyConstraintViolation,
            "vendorId"),
        request(
                Action.StatusNotification,
                "{'connectorId':1,'errorCode':'NoError','status':'Faulted',"
                    + "'vendorErrorCode':'<51>'}",
                PropertyConstraintViolation,
                "vendorErrorCode")
            .butMended(),
        response(Action.StatusNotification, "[]", FormationViolation, ""),
        response(Action.StatusNotification, "null", FormationViolation, "").butMended());
  }
}
