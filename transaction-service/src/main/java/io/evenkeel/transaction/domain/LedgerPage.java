package io.evenkeel.transaction.domain;

import java.util.List;
import java.util.Map;

/**
 * The part of the books that a batch of entries is about, read while nobody else may change it.
 *
 * @param transactions those with the natural key of a start, with the id of a stop, open ones of
 *     the charge points, and those that a repeated entry has closed before; each once
 * @param live running transactions with our consent, by tag; holds every limited tag
 * @param orphans stops of these charge points that belong to nothing yet
 */
public record LedgerPage(
    List<Transaction> transactions, Map<String, Integer> live, List<StrayStop> orphans) {

  public LedgerPage {
    transactions = List.copyOf(transactions);
    live = Map.copyOf(live);
    orphans = List.copyOf(orphans);
  }
}
