package io.evenkeel.gateway.domain.connection;

import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A CALL of ours.
 *
 * @param messageId of the frame
 * @param expiresAt after it the order is not sent, and an answer is not waited for
 * @param recipient is told what became of it
 */
public record Order(String messageId, Request request, Instant expiresAt, Recipient recipient) {

  /** Is told the fate of an order: first that it was sent, if it was; then how it ended, once. */
  public interface Recipient {

    default void sent(Order order, Instant at) {}

    /**
     * @param sentAt null when it never was
     */
    void ended(Order order, Ending ending, @Nullable Instant sentAt, Instant at);
  }

  public Action action() {
    return Action.of(request);
  }

  /** It means something only to a charge point that knows the transaction. */
  boolean namesATransaction() {
    return request instanceof SetChargingProfile.Request profile
        && profile.csChargingProfiles().transactionId() != null;
  }

  boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
