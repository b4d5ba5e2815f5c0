package io.evenkeel.messaging;

import io.evenkeel.ocpp.type.AuthorizationStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * auth-service's decision about an idTag at a moment; everything but the count of running
 * transactions, which only transaction-service knows.
 *
 * @param idTag as auth-service spells it (compared without regard to case)
 * @param status Accepted, Blocked, Expired or Invalid (unknown)
 * @param expiryDate when an Accepted becomes Expired
 * @param parentIdTag group
 * @param maxConcurrentTransactions null = unlimited
 */
public record Authorization(
    String idTag,
    AuthorizationStatus status,
    @Nullable Instant expiryDate,
    @Nullable String parentIdTag,
    @Nullable Integer maxConcurrentTransactions) {

  /** The decision for a tag nobody knows. */
  public static Authorization unknown(String idTag) {
    return new Authorization(idTag, AuthorizationStatus.Invalid, null, null, null);
  }

  /** The status at {@code now}: an Accepted past its expiry is Expired. */
  public AuthorizationStatus statusAt(Instant now) {
    boolean expired = expiryDate != null && !now.isBefore(expiryDate);
    return status == AuthorizationStatus.Accepted && expired ? AuthorizationStatus.Expired : status;
  }
}
