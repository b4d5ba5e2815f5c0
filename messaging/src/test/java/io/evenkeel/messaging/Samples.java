package io.evenkeel.messaging;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.IdTagInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Messages for tests. */
public final class Samples {
  private Samples() {}

  public static final Instant NOW = Instant.parse("2025-03-01T10:15:30.123Z");
  public static final SessionRef SESSION = new SessionRef(0, 1000, 1);

  public static ChargePointEvent event(String chargePoint, long number) {
    return new ChargePointEvent.Disconnected(
        chargePoint, NOW, new SessionRef(0, 1000, number), "test");
  }

  public static long numberOf(ChargePointEvent event) {
    return ((ChargePointEvent.Disconnected) event).session().number();
  }

  public static TransactionCall transactionCall(
      String callId, String chargePoint, Duration patience) {
    return new TransactionCall(
        callId,
        chargePoint,
        SESSION,
        "m-" + callId,
        NOW,
        Instant.now().plus(patience),
        new StartTransaction.Request(1, "TAG", 100, null, Timestamp.of(NOW)),
        null,
        List.of(),
        null);
  }

  public static StartTransaction.Response started(int transactionId) {
    return new StartTransaction.Response(
        new IdTagInfo(null, null, AuthorizationStatus.Accepted), transactionId);
  }
}
