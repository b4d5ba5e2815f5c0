package io.evenkeel.transaction.store;

import io.evenkeel.messaging.TransactionEvent.ConnectorStatusChanged;
import io.evenkeel.transaction.domain.Entry;
import io.evenkeel.transaction.domain.MeterReading;
import io.evenkeel.transaction.domain.Outcome;
import io.evenkeel.transaction.domain.StatusReport;
import io.evenkeel.transaction.store.Fact.Kept;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Facts that are written together, by kind; each kind in the order of the facts. */
record FactBatch(
    List<Fact> facts,
    List<Entry> entries,
    List<MeterReading> readings,
    List<StatusReport> reports) {

  static FactBatch of(List<Fact> facts) {
    FactBatch batch =
        new FactBatch(facts, new ArrayList<>(), new ArrayList<>(facts.size()), new ArrayList<>());
    for (Fact fact : facts) {
      switch (fact) {
        case Fact.Entered it -> batch.entries.add(it.entry());
        case Fact.Read it -> batch.readings.addAll(it.readings());
        case Fact.Reported it -> batch.reports.add(it.report());
      }
    }
    return batch;
  }

  boolean onlyReadings() {
    return entries.isEmpty() && reports.isEmpty();
  }

  boolean onlyReports() {
    return entries.isEmpty() && readings.isEmpty();
  }

  /** One result for each fact, in their order. */
  List<Kept> kept(List<Outcome> outcomes, List<Optional<ConnectorStatusChanged>> changes) {
    Iterator<Outcome> outcome = outcomes.iterator();
    Iterator<Optional<ConnectorStatusChanged>> change = changes.iterator();
    List<Kept> kept = new ArrayList<>(facts.size());
    for (Fact fact : facts) {
      kept.add(
          switch (fact) {
            case Fact.Entered _ -> new Kept(outcome.next(), null);
            case Fact.Read _ -> Kept.SILENTLY;
            case Fact.Reported _ ->
                change.next().map(it -> new Kept(null, it)).orElse(Kept.SILENTLY);
          });
    }
    return kept;
  }
}
