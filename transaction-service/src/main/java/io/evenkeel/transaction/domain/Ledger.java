package io.evenkeel.transaction.domain;

import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.MeterValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The books of transactions, open at the {@link LedgerPage} that a batch of entries is about. An
 * entry that was entered before changes nothing and has the same outcome. Entries of one batch see
 * each other. Nothing is durable until the {@link LedgerChanges} are.
 *
 * <p>Not safe for use by several threads; one per batch. OCPP 1.6 sections 4.8, 4.10.
 */
public final class Ledger {

  private final Plausibility plausibility;
  private final Map<Integer, Evidence> evidence;
  private final Iterator<Integer> ids;
  private final OpenPage page;
  private final LedgerChanges changes = new LedgerChanges();

  /**
   * @param evidence by transaction id, for those of {@link LeftOpen}
   * @param ids fresh ones, at least one for each start
   */
  public Ledger(
      Plausibility plausibility,
      LedgerPage page,
      Map<Integer, Evidence> evidence,
      Iterator<Integer> ids) {
    this.plausibility = plausibility;
    this.page = new OpenPage(page);
    this.evidence = new HashMap<>(evidence);
    this.ids = ids;
  }

  public LedgerChanges changes() {
    return changes;
  }

  public Outcome enter(Entry entry) {
    return switch (entry) {
      case Entry.Start start -> start(start);
      case Entry.Stop stop -> stop(stop);
      case Entry.Boot boot -> boot(boot);
      case Entry.Alive alive -> alive(alive);
    };
  }

  private Outcome start(Entry.Start start) {
    Optional<Transaction> known = page.startedBy(start);
    if (known.isPresent()) {
      return startedAgain(known.get());
    }
    List<TransactionEvent> events = new ArrayList<>();
    Transaction overtakenBy = clearConnector(start, events);
    String limitedTag = start.limitedTag();
    AuthorizationStatus status =
        TagDecision.ofStart(
            start.authorization(),
            start.receivedAt(),
            limitedTag == null ? 0 : page.live(limitedTag));
    Transaction fresh = Transaction.opened(ids.next(), start, status, plausibility);
    Optional<StrayStop> end = page.orphanThatMayEnd(fresh);
    changes.open(fresh, start.request().reservationId(), start.leniency());
    page.put(fresh);
    events.add(fresh.started());
    if (end.isPresent()) {
      events.add(join(fresh, end.get()));
    } else if (overtakenBy != null) {
      events.add(
          close(
              fresh, Flag.LeftOpenByStart, start.receivedAt(), Causes.overtaken(overtakenBy.id())));
    }
    return new Outcome(new StartTransaction.Response(fresh.idTagInfo(), fresh.id()), events);
  }

  /** Told again, with what this start had closed, and with its end when it has ended since. */
  private Outcome startedAgain(Transaction known) {
    List<TransactionEvent> events =
        new ArrayList<>(page.endedBecauseOf(known.key().chargePoint(), Causes.start(known.key())));
    events.add(known.started());
    TransactionEvent ended = known.ended();
    if (ended != null) {
      events.add(ended);
    }
    return new Outcome(new StartTransaction.Response(known.idTagInfo(), known.id()), events);
  }

  /**
   * Closes what is still open on the connector: a connector has one transaction at a time. Gives
   * the transaction that makes the new one stale instead, when a start from an offline queue comes
   * after one that is younger.
   */
  private @Nullable Transaction clearConnector(Entry.Start start, List<TransactionEvent> events) {
    NaturalKey key = start.key();
    boolean replayed = plausibility.ofStart(key, start.receivedAt()).contains(Flag.ReplayedOffline);
    Transaction younger = null;
    for (Transaction other : page.openOn(key.chargePoint(), key.connectorId())) {
      if (replayed && other.key().startedAt().isAfter(key.startedAt())) {
        younger = other;
      } else {
        events.add(close(other, Flag.LeftOpenByStart, start.receivedAt(), Causes.start(key)));
      }
    }
    return younger;
  }

  private TransactionEvent join(Transaction started, StrayStop end) {
    EnumSet<Flag> flags = EnumSet.of(Flag.StopBeforeStart);
    flags.addAll(plausibility.ofEnd(started.key(), end.stop()));
    if (end.leniency().needed()) {
      flags.add(Flag.Lenient);
    }
    Transaction ended = change(started.with(end.stop(), flags));
    page.taken(end);
    changes.join(end, ended);
    changes.stopped(ended.id(), end.leniency());
    return told(ended);
  }

  private TransactionEvent close(Transaction open, Flag why, Instant latest, String cause) {
    Ending.Evidence ending =
        evidence.getOrDefault(open.id(), Evidence.NONE).ending(open.key(), latest, cause);
    return told(change(open.with(ending, EnumSet.of(why, Flag.ClosedByEvidence))));
  }

  private Outcome stop(Entry.Stop stop) {
    Transaction transaction = page.byId(stop.request().transactionId());
    if (transaction == null || !transaction.key().chargePoint().equals(stop.chargePoint())) {
      return orphan(stop);
    }
    keepReadings(stop, transaction.key().connectorId());
    StopTransaction.Response response =
        new StopTransaction.Response(TagDecision.ofStop(transaction, stop));
    Ending.Stop said = stop.ending();
    return switch (transaction.ending()) {
      case null -> new Outcome(response, List.of(end(transaction, stop, said, Set.of())));
      case Ending.Evidence _ ->
          new Outcome(
              response, List.of(end(transaction, stop, said, Set.of(Flag.CorrectedByLateStop))));
      case Ending.Stop before when before.repeats(said, stop.leniency()) ->
          new Outcome(response, List.of(told(transaction)));
      case Ending.Stop _ -> {
        stray(stop, said, true);
        change(transaction.with(Flag.DuplicateStop));
        yield new Outcome(response, List.of());
      }
    };
  }

  private TransactionEvent end(
      Transaction transaction, Entry.Stop stop, Ending.Stop ending, Set<Flag> more) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(more);
    flags.addAll(plausibility.ofEnd(transaction.key(), ending));
    if (stop.leniency().needed()) {
      flags.add(Flag.Lenient);
    }
    var decision = TagDecision.ofStop(transaction, stop);
    if (decision != null && decision.status() != AuthorizationStatus.Accepted) {
      flags.add(Flag.StoppedByOtherTag);
    }
    changes.stopped(transaction.id(), stop.leniency());
    return told(change(transaction.with(ending, flags)));
  }

  private Outcome orphan(Entry.Stop stop) {
    keepReadings(stop, 0);
    stray(stop, stop.ending(), false);
    return new Outcome(new StopTransaction.Response(TagDecision.ofStrayStop(stop)), List.of());
  }

  private void stray(Entry.Stop stop, Ending.Stop said, boolean duplicate) {
    StrayStop stray =
        StrayStop.of(
            stop.chargePoint(),
            stop.request().transactionId(),
            said,
            duplicate,
            plausibility,
            stop.leniency());
    changes.stray(stray);
    page.put(stray);
  }

  private void keepReadings(Entry.Stop stop, int connectorId) {
    List<MeterValue> data = stop.request().transactionData();
    if (data != null) {
      for (MeterValue value : data) {
        changes.read(
            MeterReading.of(
                new Connector(stop.chargePoint(), connectorId),
                stop.request().transactionId(),
                value,
                stop.receivedAt()));
      }
    }
  }

  private Outcome boot(Entry.Boot boot) {
    String cause = Causes.boot(boot.receivedAt());
    List<TransactionEvent> events = new ArrayList<>(page.endedBecauseOf(boot.chargePoint(), cause));
    page.openAt(boot.chargePoint()).stream()
        .filter(it -> it.receivedAt().isBefore(boot.receivedAt()))
        .sorted(Comparator.comparingInt(Transaction::id))
        .forEach(it -> events.add(close(it, Flag.LeftOpenByBoot, boot.receivedAt(), cause)));
    return new Outcome(null, events);
  }

  /**
   * Some charge points say that they booted whenever they connect, while a car goes on charging.
   * What is measured after the boot shows it; but not once another transaction has the connector.
   */
  private Outcome alive(Entry.Alive alive) {
    Transaction transaction = page.byId(alive.transactionId());
    if (transaction == null || !transaction.key().chargePoint().equals(alive.chargePoint())) {
      return Outcome.NOTHING;
    }
    if (transaction.open()) {
      return transaction.flags().contains(Flag.Reopened)
          ? new Outcome(null, List.of(transaction.started()))
          : Outcome.NOTHING;
    }
    boolean thoughtOver =
        transaction.closedByBootBefore(alive.at())
            && page.openOn(alive.chargePoint(), transaction.key().connectorId()).isEmpty();
    return thoughtOver
        ? new Outcome(null, List.of(change(transaction.reopened()).started()))
        : Outcome.NOTHING;
  }

  private Transaction change(Transaction transaction) {
    page.put(transaction);
    changes.change(transaction);
    return transaction;
  }

  private static TransactionEvent told(Transaction ended) {
    return Objects.requireNonNull(ended.ended(), "the transaction has ended");
  }
}
