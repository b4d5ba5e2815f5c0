package io.evenkeel.smartcharging.domain.control;

import java.time.Instant;

/**
 * A running transaction.
 *
 * @param live whether it is known to run now; a start that was told late may be over already
 * @param served whether it is allotted current
 * @param since when being served, or waiting, began
 */
public record Session(
    int transactionId, Instant startedAt, boolean live, boolean served, Instant since) {

  Session alive() {
    return live ? this : new Session(transactionId, startedAt, true, served, since);
  }

  Session served(boolean now, Instant at) {
    return now == served ? this : new Session(transactionId, startedAt, live, now, at);
  }
}
