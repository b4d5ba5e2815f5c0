package io.evenkeel.transaction.store;

import io.evenkeel.transaction.domain.Entry;
import java.util.Collection;
import java.util.TreeSet;

/**
 * What a batch locks in PostgreSQL: its charge points, and the tags it must count. Two that share a
 * number only wait for each other once in a while.
 */
final class LedgerLocks {
  private LedgerLocks() {}

  /** In one order everywhere, so that batches wait for each other and never deadlock. */
  static Long[] of(Collection<Entry> entries) {
    TreeSet<Long> keys = new TreeSet<>();
    for (Entry entry : entries) {
      keys.add(Digest.of("charging.chargePoint " + entry.chargePoint()));
      if (entry instanceof Entry.Start start && start.limitedTag() != null) {
        keys.add(Digest.of("charging.tag " + start.limitedTag()));
      }
    }
    return keys.toArray(Long[]::new);
  }
}
