package io.evenkeel.transaction.domain;

import io.evenkeel.ocpp.core.StatusNotification;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a connector said of itself.
 *
 * @param at the charge point's own time, or the time of receipt when it gave none
 * @param effectiveAt the time that decides which report is the latest: {@code at}, but never later
 *     than its receipt, and the receipt when {@code at} cannot be right. So a clock that was ahead
 *     once cannot shut out what is reported after it was set
 */
public record StatusReport(
    Connector connector,
    ChargePointStatus status,
    ChargePointErrorCode errorCode,
    @Nullable String info,
    @Nullable String vendorId,
    @Nullable String vendorErrorCode,
    Instant at,
    Instant effectiveAt,
    Instant receivedAt,
    Leniency leniency) {

  public static StatusReport of(
      String chargePoint,
      StatusNotification.Request request,
      Instant receivedAt,
      Leniency leniency) {
    Instant received = receivedAt.truncatedTo(ChronoUnit.MICROS);
    var said = request.timestamp();
    Instant at = said == null ? received : said.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean believed = !at.isAfter(received) && !Plausibility.clockImplausible(at, received);
    return new StatusReport(
        new Connector(chargePoint, request.connectorId()),
        request.status(),
        request.errorCode(),
        request.info(),
        request.vendorId(),
        request.vendorErrorCode(),
        at,
        believed ? at : received,
        received,
        leniency);
  }
}
