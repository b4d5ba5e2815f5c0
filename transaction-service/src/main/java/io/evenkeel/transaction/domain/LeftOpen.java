package io.evenkeel.transaction.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the open transactions that entries may close, whose evidence is needed before. */
public final class LeftOpen {
  private LeftOpen() {}

  /** Those of charge points that booted, and those on the connectors of starts that are new. */
  public static List<Transaction> of(Collection<Entry> entries, LedgerPage page) {
    Set<NaturalKey> known = new HashSet<>();
    for (Transaction transaction : page.transactions()) {
      known.add(transaction.key());
    }
    Set<String> booted = new HashSet<>();
    Set<Connector> starting = new HashSet<>();
    for (Entry entry : entries) {
      switch (entry) {
        case Entry.Start start -> {
          NaturalKey key = start.key();
          if (!known.contains(key)) {
            starting.add(new Connector(key.chargePoint(), key.connectorId()));
          }
        }
        case Entry.Boot boot -> booted.add(boot.chargePoint());
        case Entry.Stop _, Entry.Alive _ -> {}
      }
    }
    return page.transactions().stream()
        .filter(Transaction::open)
        .filter(it -> booted.contains(it.key().chargePoint()) || starting.contains(on(it)))
        .toList();
  }

  private static Connector on(Transaction transaction) {
    return new Connector(transaction.key().chargePoint(), transaction.key().connectorId());
  }
}
