package io.evenkeel.transaction.domain;

import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.TransactionEvent.TransactionEnded;
import io.evenkeel.messaging.TransactionEvent.TransactionStarted;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.IdTagInfo;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One charging transaction.
 *
 * @param id positive, unique in the system, the same for ever
 * @param idTag as the charge point spelled it
 * @param receivedAt when its start was first received
 * @param authorization what the charge point was told
 * @param parentIdTag the tag's group, when it has one
 * @param expiryDate the tag's, when it has one
 * @param ending null while it runs
 */
public record Transaction(
    int id,
    NaturalKey key,
    String idTag,
    Instant receivedAt,
    AuthorizationStatus authorization,
    @Nullable String parentIdTag,
    @Nullable Instant expiryDate,
    @Nullable Ending ending,
    Set<Flag> flags) {

  public Transaction {
    flags = Set.copyOf(flags);
  }

  /** As it is when its start is entered. */
  static Transaction opened(
      int id, Entry.Start start, AuthorizationStatus authorization, Plausibility plausibility) {
    NaturalKey key = start.key();
    EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(plausibility.ofStart(key, start.receivedAt()));
    Flag ofTag = TagDecision.flag(start.authorization(), authorization);
    if (ofTag != null) {
      flags.add(ofTag);
    }
    if (start.leniency().needed()) {
      flags.add(Flag.Lenient);
    }
    Authorization decision = start.authorization();
    return new Transaction(
        id,
        key,
        start.request().idTag(),
        start.receivedAt(),
        authorization,
        decision == null ? null : decision.parentIdTag(),
        decision == null ? null : decision.expiryDate(),
        null,
        flags);
  }

  public boolean open() {
    return ending == null;
  }

  /** Whether it counts for its tag's limit: it runs, and with our consent. */
  public boolean live() {
    return ending == null && authorization == AuthorizationStatus.Accepted;
  }

  /** Closed for want of a stop, because its charge point booted before that moment. */
  boolean closedByBootBefore(Instant moment) {
    return ending instanceof Ending.Evidence evidence
        && Causes.bootedBefore(evidence.cause(), moment);
  }

  /** Wh; never negative. 0 while it runs. */
  public long energyWh() {
    return ending == null ? 0 : Energy.between(key.meterStart(), ending.meterStop());
  }

  public IdTagInfo idTagInfo() {
    return new IdTagInfo(
        expiryDate == null ? null : Timestamp.of(expiryDate), parentIdTag, authorization);
  }

  public TransactionStarted started() {
    return new TransactionStarted(
        key.chargePoint(),
        key.connectorId(),
        id,
        idTag,
        authorization,
        key.meterStart(),
        key.startedAt(),
        receivedAt);
  }

  /** Null while it runs. */
  public @Nullable TransactionEnded ended() {
    return ending == null
        ? null
        : new TransactionEnded(
            key.chargePoint(),
            key.connectorId(),
            id,
            ending.at(),
            energyWh(),
            ending instanceof Ending.Evidence);
  }

  Transaction reopened() {
    return with(null, Set.of(Flag.Reopened));
  }

  Transaction with(@Nullable Ending newEnding, Collection<Flag> more) {
    return new Transaction(
        id, key, idTag, receivedAt, authorization, parentIdTag, expiryDate, newEnding, plus(more));
  }

  Transaction with(Flag more) {
    return with(ending, Set.of(more));
  }

  private Set<Flag> plus(Collection<Flag> more) {
    EnumSet<Flag> all = EnumSet.noneOf(Flag.class);
    all.addAll(flags);
    all.addAll(more);
    return all;
  }
}
