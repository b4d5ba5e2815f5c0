package io.evenkeel.auth.domain;

import io.evenkeel.messaging.Authorization;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An idTag, its group, the group's group…: all that a decision needs.
 *
 * @param links the tag first; never empty
 */
public record Chain(List<Link> links) {

  /** One tag of the chain. */
  public record Link(
      String idTag,
      AuthorizationStatus status,
      @Nullable Instant expiryDate,
      @Nullable Integer maxConcurrentTransactions) {}

  public Chain {
    links = List.copyOf(links);
    if (links.isEmpty()) {
      throw new IllegalArgumentException("A chain begins with the tag itself");
    }
  }

  /**
   * A tag is as good as the weakest link: its own status when that is not Accepted, else that of
   * the nearest group that is not Accepted. It expires when the first of them does. The limit of
   * concurrent transactions is the tag's own.
   */
  public Authorization decide(Instant now) {
    Link tag = links.getFirst();
    AuthorizationStatus status = AuthorizationStatus.Accepted;
    Instant expiry = null;
    for (Link link : links) {
      if (status == AuthorizationStatus.Accepted) {
        status = link.status();
      }
      Instant its = link.expiryDate();
      if (its != null && (expiry == null || its.isBefore(expiry))) {
        expiry = its;
      }
    }
    String parent = links.size() > 1 ? links.get(1).idTag() : null;
    Authorization lasting =
        new Authorization(tag.idTag(), status, expiry, parent, tag.maxConcurrentTransactions());
    return new Authorization(
        tag.idTag(), lasting.statusAt(now), expiry, parent, tag.maxConcurrentTransactions());
  }
}
