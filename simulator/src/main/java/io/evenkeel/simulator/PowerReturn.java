package io.evenkeel.simulator;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.StopTransaction;
import java.util.ArrayList;

/**
 * What a charge point does with its memory when power comes back: messages that waited are sent,
 * and a transaction that was running is ended with reason PowerLoss, as of the last reading.
 */
final class PowerReturn {
  private final Station station;

  PowerReturn(Station station) {
    this.station = station;
  }

  void resume(Memory.Content kept) {
    var transactions = new ArrayList<RunningTransaction>();
    for (var was : kept.transactions()) {
      var transaction =
          new RunningTransaction(was.connectorId(), was.idTag(), was.start(), was.meterStart());
      transaction.transactionId = was.transactionId();
      transaction.ended = true;
      transactions.add(transaction);
    }
    for (var message : kept.waiting()) {
      station.transactionMessages.add(
          transactions.get(message.transaction()), message.request(), response -> {});
    }
    for (int i = 0; i < transactions.size(); i++) {
      if (kept.transactions().get(i).running()) {
        stop(transactions.get(i), kept);
      }
    }
  }

  private void stop(RunningTransaction transaction, Memory.Content kept) {
    double meter = kept.meters().getOrDefault(transaction.connectorId, 0.0);
    station.transactionMessages.add(
        transaction,
        new StopTransaction.Request(
            null,
            Math.max(transaction.meterStart, (long) meter),
            Timestamp.of(station.distinctNow()),
            RunningTransaction.NO_ID,
            StopTransaction.Reason.PowerLoss,
            null),
        response -> {});
  }
}
