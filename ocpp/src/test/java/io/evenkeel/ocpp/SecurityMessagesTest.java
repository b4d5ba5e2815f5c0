package io.evenkeel.ocpp;

import static io.evenkeel.ocpp.ErrorCode.FormationViolation;
import static io.evenkeel.ocpp.ErrorCode.OccurenceConstraintViolation;
import static io.evenkeel.ocpp.ErrorCode.PropertyConstraintViolation;
import static io.evenkeel.ocpp.ErrorCode.TypeConstraintViolation;
import static io.evenkeel.ocpp.Malformed.request;
import static io.evenkeel.ocpp.Malformed.response;
import static io.evenkeel.ocpp.Notation.x;

import io.evenkeel.ocpp.security.CertificateSigned;
import io.evenkeel.ocpp.security.DeleteCertificate;
import io.evenkeel.ocpp.security.ExtendedTriggerMessage;
import io.evenkeel.ocpp.security.GetInstalledCertificateIds;
import io.evenkeel.ocpp.security.InstallCertificate;
import io.evenkeel.ocpp.security.SecurityEventNotification;
import io.evenkeel.ocpp.security.SignCertificate;
import io.evenkeel.ocpp.type.CertificateHashData;
import io.evenkeel.ocpp.type.CertificateUse;
import io.evenkeel.ocpp.type.HashAlgorithm;
import java.util.List;

/** Certificates, security events and the extended trigger. */
class SecurityMessagesTest implements MessageFamily {
  private static final Timestamp TEN = Timestamp.parse("2026-03-01T10:00:00.000Z");
  private static final CertificateHashData HASH =
      new CertificateHashData(HashAlgorithm.SHA256, x(128), x(128), x(40));
  private static final String HASH_JSON =
      "{'hashAlgorithm':'SHA256','issuerNameHash':'<128>','issuerKeyHash':'<128>',"
          + "'serialNumber':'<40>'}";

  @Override
  public List<RoundTrip> roundTrips() {
    return List.of(
        RoundTrip.request(
            new CertificateSigned.Request(x(10_000)), "{'certificateChain':'<10000>'}"),
        RoundTrip.response(
            new CertificateSigned.Response(CertificateSigned.Status.Rejected),
            "{'status':'Rejected'}"),
        RoundTrip.request(
            new DeleteCertificate.Request(HASH), "{'certificateHashData':" + HASH_JSON + "}"),
        RoundTrip.response(
            new DeleteCertificate.Response(DeleteCertificate.Status.NotFound),
            "{'status':'NotFound'}"),
        RoundTrip.request(
            new ExtendedTriggerMessage.Request(
                ExtendedTriggerMessage.RequestedMessage.SignChargePointCertificate, null),
            "{'requestedMessage':'SignChargePointCertificate'}"),
        RoundTrip.request(
            new ExtendedTriggerMessage.Request(
                ExtendedTriggerMessage.RequestedMessage.MeterValues, 1),
            "{'requestedMessage':'MeterValues','connectorId':1}"),
        RoundTrip.response(
            new ExtendedTriggerMessage.Response(ExtendedTriggerMessage.Status.Accepted),
            "{'status':'Accepted'}"),
        RoundTrip.request(
            new GetInstalledCertificateIds.Request(CertificateUse.CentralSystemRootCertificate),
            "{'certificateType':'CentralSystemRootCertificate'}"),
        RoundTrip.response(
            new GetInstalledCertificateIds.Response(
                null, GetInstalledCertificateIds.Status.NotFound),
            "{'status':'NotFound'}"),
        RoundTrip.response(
            new GetInstalledCertificateIds.Response(
                List.of(HASH), GetInstalledCertificateIds.Status.Accepted),
            "{'certificateHashData':[" + HASH_JSON + "],'status':'Accepted'}"),
        RoundTrip.request(
            new InstallCertificate.Request(CertificateUse.ManufacturerRootCertificate, x(5500)),
            "{'certificateType':'ManufacturerRootCertificate','certificate':'<5500>'}"),
        RoundTrip.response(
            new InstallCertificate.Response(InstallCertificate.Status.Failed),
            "{'status':'Failed'}"),
        RoundTrip.request(
            new SecurityEventNotification.Request("AnythingNew", TEN, null),
            "{'type':'AnythingNew','timestamp':'2026-03-01T10:00:00.000Z'}"),
        RoundTrip.request(
            new SecurityEventNotification.Request(x(50), TEN, x(255)),
            "{'type':'<50>','timestamp':'2026-03-01T10:00:00.000Z','techInfo':'<255>'}"),
        RoundTrip.response(new SecurityEventNotification.Response(), "{}"),
        RoundTrip.request(new SignCertificate.Request(x(5500)), "{'csr':'<5500>'}"),
        RoundTrip.response(
            new SignCertificate.Response(SignCertificate.Status.Accepted),
            "{'status':'Accepted'}"));
  }

  @Override
  public List<Malformed> malformed() {
    return List.of(
        request(Action.CertificateSigned, "{}", OccurenceConstraintViolation, "certificateChain"),
        request(
            Action.CertificateSigned,
            "{'certificateChain':['a']}",
            TypeConstraintViolation,
            "certificateChain"),
        request(
            Action.CertificateSigned,
            "{'certificateChain':'<10001>'}",
            PropertyConstraintViolation,
            "certificateChain"),
        response(Action.CertificateSigned, "{}", OccurenceConstraintViolation, "status"),
        response(
            Action.CertificateSigned, "{'status':'Ok'}", PropertyConstraintViolation, "status"),
        request(
            Action.DeleteCertificate, "{}", OccurenceConstraintViolation, "certificateHashData"),
        hash(
            "'hashAlgorithm':'SHA256'",
            "'hashAlgorithm':'MD5'",
            PropertyConstraintViolation,
            "hashAlgorithm"),
        hash(
            "'issuerNameHash':'<128>'",
            "'issuerNameHash':'<129>'",
            PropertyConstraintViolation,
            "issuerNameHash"),
        hash(
            "'issuerKeyHash':'<128>'",
            "'issuerKeyHash':1",
            TypeConstraintViolation,
            "issuerKeyHash"),
        hash(
            "'serialNumber':'<40>'",
            "'serialNumber':'<41>'",
            PropertyConstraintViolation,
            "serialNumber"),
        hash(
            "'serialNumber':'<40>'",
            "'serialNumber':null",
            OccurenceConstraintViolation,
            "serialNumber"),
        response(Action.DeleteCertificate, "{}", OccurenceConstraintViolation, "status"),
        response(
            Action.DeleteCertificate,
            "{'status':'Rejected'}",
            PropertyConstraintViolation,
            "status"),
        request(
            Action.ExtendedTriggerMessage, "{}", OccurenceConstraintViolation, "requestedMessage"),
        request(
            Action.ExtendedTriggerMessage,
            "{'requestedMessage':'DiagnosticsStatusNotification'}",
            PropertyConstraintViolation,
            "requestedMessage"),
        request(
            Action.ExtendedTriggerMessage,
            "{'requestedMessage':'Heartbeat','connectorId':''}",
            TypeConstraintViolation,
            "connectorId"),
        response(Action.ExtendedTriggerMessage, "{}", OccurenceConstraintViolation, "status"),
        response(
            Action.ExtendedTriggerMessage,
            "{'status':'No'}",
            PropertyConstraintViolation,
            "status"),
        request(
            Action.GetInstalledCertificateIds,
            "{}",
            OccurenceConstraintViolation,
            "certificateType"),
        request(
            Action.GetInstalledCertificateIds,
            "{'certificateType':'V2GRootCertificate'}",
            PropertyConstraintViolation,
            "certificateType"),
        response(Action.GetInstalledCertificateIds, "{}", OccurenceConstraintViolation, "status"),
        response(
            Action.GetInstalledCertificateIds,
            "{'certificateHashData':[],'status':'Accepted'}",
            OccurenceConstraintViolation,
            "certificateHashData"),
        response(
            Action.GetInstalledCertificateIds,
            "{'certificateHashData':[" + HASH_JSON + ",{}],'status':'Accepted'}",
            OccurenceConstraintViolation,
            "certificateHashData[1].hashAlgorithm"),
        request(
            Action.InstallCertificate,
            "{'certificate':'PEM'}",
            OccurenceConstraintViolation,
            "certificateType"),
        request(
            Action.InstallCertificate,
            "{'certificateType':'ManufacturerRootCertificate'}",
            OccurenceConstraintViolation,
            "certificate"),
        request(
            Action.InstallCertificate,
            "{'certificateType':'ManufacturerRootCertificate','certificate':'<5501>'}",
            PropertyConstraintViolation,
            "certificate"),
        request(
            Action.InstallCertificate,
            "{'certificateType':1,'certificate':'PEM'}",
            TypeConstraintViolation,
            "certificateType"),
        response(Action.InstallCertificate, "{}", OccurenceConstraintViolation, "status"),
        response(
            Action.InstallCertificate,
            "{'status':'NotFound'}",
            PropertyConstraintViolation,
            "status"),
        request(
            Action.SecurityEventNotification,
            "{'timestamp':'2026-03-01T10:00:00Z'}",
            OccurenceConstraintViolation,
            "type"),
        request(
            Action.SecurityEventNotification,
            "{'type':'T'}",
            OccurenceConstraintViolation,
            "timestamp"),
        request(
            Action.SecurityEventNotification,
            "{'type':'<51>','timestamp':'2026-03-01T10:00:00Z'}",
            PropertyConstraintViolation,
            "type"),
        request(
            Action.SecurityEventNotification,
            "{'type':'T','timestamp':'2026-03-01'}",
            TypeConstraintViolation,
            "timestamp"),
        request(
            Action.SecurityEventNotification,
            "{'type':'T','timestamp':'2026-03-01T10:00:00Z','techInfo':'<256>'}",
            PropertyConstraintViolation,
            "techInfo"),
        response(Action.SecurityEventNotification, "[]", FormationViolation, ""),
        request(Action.SignCertificate, "{}", OccurenceConstraintViolation, "csr"),
        request(Action.SignCertificate, "{'csr':false}", TypeConstraintViolation, "csr"),
        request(Action.SignCertificate, "{'csr':'<5501>'}", PropertyConstraintViolation, "csr"),
        response(Action.SignCertificate, "{}", OccurenceConstraintViolation, "status"),
        response(
            Action.SignCertificate, "{'status':'Maybe'}", PropertyConstraintViolation, "status"));
  }

  /** DeleteCertificate with one property of its hash data changed. */
  private static Malformed hash(String good, String bad, ErrorCode code, String field) {
    return request(
        Action.DeleteCertificate,
        "{'certificateHashData':" + HASH_JSON.replace(good, bad) + "}",
        code,
        "certificateHashData." + field);
  }
}
