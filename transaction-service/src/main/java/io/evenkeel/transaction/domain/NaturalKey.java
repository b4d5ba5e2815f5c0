package io.evenkeel.transaction.domain;

import io.evenkeel.ocpp.core.StartTransaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * By this a StartTransaction is known for ever, whatever its message id, socket or node: the charge
 * point repeats these five when it got no answer, and nothing else has all of them.
 *
 * @param startedAt the charge point's own time, to the millisecond: no bus carries more
 * @param tag {@link IdTags#key} of the idTag
 * @param meterStart Wh
 */
public record NaturalKey(
    String chargePoint, int connectorId, Instant startedAt, String tag, long meterStart) {

  public NaturalKey {
    startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
  }

  public static NaturalKey of(String chargePoint, StartTransaction.Request request) {
    return new NaturalKey(
        chargePoint,
        request.connectorId(),
        request.timestamp().instant(),
        IdTags.key(request.idTag()),
        request.meterStart());
  }

  /** Whether only the time differs. */
  boolean sameButForTime(NaturalKey other) {
    return chargePoint.equals(other.chargePoint)
        && connectorId == other.connectorId
        && tag.equals(other.tag)
        && meterStart == other.meterStart;
  }
}
