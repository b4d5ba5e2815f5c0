package io.evenkeel.transaction.domain;

import io.evenkeel.messaging.Authorization;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.IdTagInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a charge point is told about the idTag of a start or a stop. */
final class TagDecision {
  private TagDecision() {}

  /**
   * Of a start: auth-service's decision, and the limit of concurrent transactions, which only the
   * ledger can count. Without a decision the transaction is let in.
   *
   * @param live the tag's other running transactions
   */
  static AuthorizationStatus ofStart(@Nullable Authorization authorization, Instant now, int live) {
    if (authorization == null) {
      return AuthorizationStatus.Accepted;
    }
    AuthorizationStatus status = authorization.statusAt(now);
    Integer limit = authorization.maxConcurrentTransactions();
    return status == AuthorizationStatus.Accepted && limit != null && live >= limit
        ? AuthorizationStatus.ConcurrentTx
        : status;
  }

  static @Nullable Flag flag(@Nullable Authorization authorization, AuthorizationStatus status) {
    if (authorization == null) {
      return Flag.AuthorizationUnavailable;
    }
    return switch (status) {
      case Accepted -> null;
      case Invalid -> Flag.UnknownIdTag;
      case Blocked, Expired, ConcurrentTx -> Flag.NotAuthorized;
    };
  }

  /**
   * Of a stop: the same tag and tags of the same parent may end it. Null when none was presented.
   */
  static @Nullable IdTagInfo ofStop(Transaction transaction, Entry.Stop stop) {
    String tag = stop.request().idTag();
    if (tag == null) {
      return null;
    }
    if (IdTags.same(tag, transaction.idTag())) {
      return new IdTagInfo(
          transaction.expiryDate() == null ? null : Timestamp.of(transaction.expiryDate()),
          transaction.parentIdTag(),
          AuthorizationStatus.Accepted);
    }
    Authorization authorization = stop.authorization();
    if (authorization != null
        && IdTags.same(authorization.parentIdTag(), transaction.parentIdTag())) {
      return info(authorization, stop.receivedAt());
    }
    return new IdTagInfo(null, null, AuthorizationStatus.Invalid);
  }

  /** Of a stop that belongs to nothing: what is known of the tag. Null when none was presented. */
  static @Nullable IdTagInfo ofStrayStop(Entry.Stop stop) {
    if (stop.request().idTag() == null) {
      return null;
    }
    Authorization authorization = stop.authorization();
    return authorization == null
        ? new IdTagInfo(null, null, AuthorizationStatus.Accepted)
        : info(authorization, stop.receivedAt());
  }

  private static IdTagInfo info(Authorization authorization, Instant now) {
    Instant expiry = authorization.expiryDate();
    return new IdTagInfo(
        expiry == null ? null : Timestamp.of(expiry),
        authorization.parentIdTag(),
        authorization.statusAt(now));
  }
}
