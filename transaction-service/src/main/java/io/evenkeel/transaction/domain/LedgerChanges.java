package io.evenkeel.transaction.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a batch of entries has written in the {@link Ledger}, to be made durable all at once. */
public final class LedgerChanges {

  /**
   * A transaction that was not there before.
   *
   * @param reservationId as the charge point said it
   */
  public record Opened(
      Transaction transaction, @Nullable Integer reservationId, Leniency leniency) {}

  /** An orphan that has found its transaction. */
  public record Joined(StrayStop orphan, Transaction transaction) {}

  private final Map<Integer, Opened> opened = new LinkedHashMap<>();
  private final Map<Integer, Transaction> changed = new LinkedHashMap<>();
  private final Map<Integer, Leniency> stopLeniency = new LinkedHashMap<>();
  private final List<StrayStop> strays = new ArrayList<>();
  private final List<Joined> joined = new ArrayList<>();
  private final List<MeterReading> readings = new ArrayList<>();

  void open(Transaction transaction, @Nullable Integer reservationId, Leniency leniency) {
    opened.put(transaction.id(), new Opened(transaction, reservationId, leniency));
  }

  void change(Transaction transaction) {
    Opened fresh = opened.get(transaction.id());
    if (fresh == null) {
      changed.put(transaction.id(), transaction);
    } else {
      opened.put(
          transaction.id(), new Opened(transaction, fresh.reservationId(), fresh.leniency()));
    }
  }

  void stopped(int transactionId, Leniency leniency) {
    if (leniency.needed()) {
      stopLeniency.put(transactionId, leniency);
    }
  }

  void stray(StrayStop stray) {
    strays.add(stray);
  }

  void join(StrayStop orphan, Transaction transaction) {
    joined.add(new Joined(orphan, transaction));
  }

  void read(MeterReading reading) {
    readings.add(reading);
  }

  public List<Opened> opened() {
    return List.copyOf(opened.values());
  }

  /** Transactions that were there before, as they are now. */
  public List<Transaction> changed() {
    return List.copyOf(changed.values());
  }

  /** What the stop of this transaction had to be forgiven. */
  public Leniency leniencyOfStop(int transactionId) {
    return stopLeniency.getOrDefault(transactionId, Leniency.NONE);
  }

  public List<StrayStop> strays() {
    return List.copyOf(strays);
  }

  public List<Joined> joined() {
    return List.copyOf(joined);
  }

  /** The stops' transactionData. */
  public List<MeterReading> readings() {
    return List.copyOf(readings);
  }
}
