package io.evenkeel.messaging;

import io.evenkeel.ocpp.Request;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A StartTransaction or StopTransaction on its way to transaction-service; answered by a {@link
 * Reply} with {@link Result.Answered}. Safe to repeat.
 *
 * @param messageId the charge point's own
 * @param receivedAt when the gateway read the frame
 * @param deadline after it nobody waits for the reply any more; the fact is kept all the same
 * @param request StartTransaction.Request or StopTransaction.Request
 * @param authorization decision about the request's idTag; null when it names none, or when
 *     auth-service could not be asked and the policy lets the transaction in
 * @param remarks what the decoder had to forgive, empty when nothing
 * @param raw the payload as received, when there are remarks
 */
public record TransactionCall(
    String callId,
    String chargePoint,
    SessionRef from,
    String messageId,
    Instant receivedAt,
    Instant deadline,
    Request request,
    @Nullable Authorization authorization,
    List<String> remarks,
    @Nullable String raw)
    implements BusMessage {

  public TransactionCall {
    remarks = List.copyOf(remarks);
  }

  @Override
  public String key() {
    return chargePoint;
  }
}
