package io.evenkeel.transaction.store;

import io.evenkeel.messaging.TransactionEvent.ConnectorStatusChanged;
import io.evenkeel.transaction.domain.Entry;
import io.evenkeel.transaction.domain.MeterReading;
import io.evenkeel.transaction.domain.Outcome;
import io.evenkeel.transaction.domain.StatusReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message's worth of what is to be kept. */
sealed interface Fact {

  /** For the ledger of transactions. */
  record Entered(Entry entry) implements Fact {}

  /** The readings of one MeterValues. */
  record Read(List<MeterReading> readings) implements Fact {}

  /** A StatusNotification. */
  record Reported(StatusReport report) implements Fact {}

  /**
   * What came of it.
   *
   * @param outcome of an entry
   * @param change the connector's state that a report has brought about
   */
  record Kept(@Nullable Outcome outcome, @Nullable ConnectorStatusChanged change) {

    static final Kept SILENTLY = new Kept(null, null);
  }
}
