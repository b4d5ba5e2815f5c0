package io.evenkeel.transaction.service;

import io.evenkeel.messaging.Authorization;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StatusNotification;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.core.StopTransaction.Reason;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.ocpp.type.Measurand;
import io.evenkeel.ocpp.type.MeterValue;
import io.evenkeel.ocpp.type.Phase;
import io.evenkeel.ocpp.type.SampledValue;
import io.evenkeel.ocpp.type.Unit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages of charge points and decisions of auth-service, as short as tests want them. */
final class Messages {
  private Messages() {}

  static String someChargePoint() {
    return "CP-" + UUID.randomUUID().toString().substring(0, 13);
  }

  static String someTag() {
    return "T" + UUID.randomUUID().toString().substring(0, 13);
  }

  static Authorization accepted(String idTag) {
    return decided(idTag, AuthorizationStatus.Accepted);
  }

  static Authorization decided(String idTag, AuthorizationStatus status) {
    return new Authorization(idTag, status, null, null, null);
  }

  static Authorization limited(String idTag, int transactions) {
    return new Authorization(idTag, AuthorizationStatus.Accepted, null, null, transactions);
  }

  static Authorization ofParent(String idTag, String parent) {
    return new Authorization(idTag, AuthorizationStatus.Accepted, null, parent, null);
  }

  static StartTransaction.Request start(int connectorId, String idTag, long meter, Instant at) {
    return new StartTransaction.Request(connectorId, idTag, meter, null, Timestamp.of(at));
  }

  static StopTransaction.Request stop(int transactionId, long meter, Instant at) {
    return stop(transactionId, null, meter, at, null);
  }

  static StopTransaction.Request stop(
      int transactionId, @Nullable String idTag, long meter, Instant at, @Nullable Reason reason) {
    return new StopTransaction.Request(idTag, meter, Timestamp.of(at), transactionId, reason, null);
  }

  static StatusNotification.Request status(
      int connectorId, ChargePointStatus status, @Nullable Instant at) {
    return new StatusNotification.Request(
        connectorId,
        ChargePointErrorCode.NoError,
        null,
        status,
        at == null ? null : Timestamp.of(at),
        null,
        null);
  }

  static MeterValues.Request values(
      int connectorId, @Nullable Integer transactionId, MeterValue... values) {
    return new MeterValues.Request(connectorId, transactionId, List.of(values));
  }

  static MeterValue at(Instant at, SampledValue... samples) {
    return new MeterValue(Timestamp.of(at), List.of(samples));
  }

  static SampledValue energy(String value) {
    return new SampledValue(value, null, null, null, null, null, null);
  }

  static SampledValue sample(String value, Measurand measurand, @Nullable Phase phase, Unit unit) {
    return new SampledValue(value, null, null, measurand, phase, null, unit);
  }
}
