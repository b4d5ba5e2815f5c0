package io.evenkeel.transaction.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What must be fetched besides the page before entries can be entered.
 *
 * @param ids how many new transaction ids at most
 * @param evidenceOf open transactions that may have to be closed
 */
public record LedgerNeeds(int ids, List<Transaction> evidenceOf) {

  public LedgerNeeds {
    evidenceOf = List.copyOf(evidenceOf);
  }

  public static LedgerNeeds of(Collection<Entry> entries, LedgerPage page) {
    Set<NaturalKey> known = new HashSet<>();
    for (Transaction transaction : page.transactions()) {
      known.add(transaction.key());
    }
    Set<NaturalKey> fresh = new HashSet<>();
    Set<String> booted = new HashSet<>();
    for (Entry entry : entries) {
      switch (entry) {
        case Entry.Start start -> {
          if (!known.contains(start.key())) {
            fresh.add(start.key());
          }
        }
        case Entry.Boot boot -> booted.add(boot.chargePoint());
        case Entry.Stop _, Entry.Alive _ -> {}
      }
    }
    Set<Connector> starting = new HashSet<>();
    for (NaturalKey key : fresh) {
      starting.add(new Connector(key.chargePoint(), key.connectorId()));
    }
    return new LedgerNeeds(
        fresh.size(),
        page.transactions().stream()
            .filter(Transaction::open)
            .filter(
                it ->
                    booted.contains(it.key().chargePoint())
                        || starting.contains(
                            new Connector(it.key().chargePoint(), it.key().connectorId())))
            .toList());
  }
}
