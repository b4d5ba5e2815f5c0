package io.evenkeel.transaction.store;

import io.evenkeel.transaction.domain.Entry;
import io.evenkeel.transaction.domain.Ledger;
import io.evenkeel.transaction.domain.LedgerPage;
import io.evenkeel.transaction.domain.LeftOpen;
import io.evenkeel.transaction.domain.Outcome;
import io.evenkeel.transaction.domain.Plausibility;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the {@link Ledger} within one database transaction: lock, read the page, decide in
 * memory, write. Everything that two replicas could disagree about happens under the locks, which
 * the commit releases; so any number of them may run. For one use.
 */
final class LedgerBatch {

  private final SqlConnection connection;
  private final Plausibility plausibility;
  private final List<Entry> entries;
  private List<Integer> ids = List.of();
  private @Nullable LedgerPage page;
  private @Nullable Ledger ledger;
  private List<Outcome> outcomes = List.of();

  LedgerBatch(SqlConnection connection, Plausibility plausibility, List<Entry> entries) {
    this.connection = connection;
    this.plausibility = plausibility;
    this.entries = entries;
  }

  /** Locks and reads. */
  Future<?> open() {
    if (entries.isEmpty()) {
      return Future.succeededFuture();
    }
    Future<List<Integer>> locked = LedgerReading.lock(connection, entries);
    Future<LedgerPage> read = LedgerReading.page(connection, entries);
    return Future.join(locked, read)
        .map(
            _ -> {
              ids = locked.result();
              return page = read.result();
            });
  }

  /** Decides, once it is open. */
  Future<?> decide() {
    LedgerPage open = page;
    if (open == null) {
      return Future.succeededFuture();
    }
    return LedgerReading.evidence(connection, LeftOpen.of(entries, open))
        .map(evidence -> enter(new Ledger(plausibility, open, evidence, ids.iterator())));
  }

  private Ledger enter(Ledger decided) {
    List<Outcome> all = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      all.add(decided.enter(entry));
    }
    ledger = decided;
    outcomes = all;
    return decided;
  }

  /** Statements that are not awaited yet, once it is decided. */
  List<Future<?>> write() {
    Ledger decided = ledger;
    return decided == null ? List.of() : LedgerWriting.write(connection, decided.changes());
  }

  /** One for each entry, once it is decided. */
  List<Outcome> outcomes() {
    return outcomes;
  }
}
