package io.evenkeel.smartcharging.domain.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A running transaction.
 *
 * @param live whether it is known to run now; a start that was told late may be over already
 * @param served whether it is allotted current
 * @param since when being served, or waiting, began
 * @param countsFrom when it began, by a clock that can be trusted to the second; null: not known,
 *     then no Relative schedule of several periods can be written for it
 */
public record Session(
    int transactionId,
    Instant startedAt,
    boolean live,
    boolean served,
    Instant since,
    @Nullable Instant countsFrom) {

  Session alive() {
    return live ? this : new Session(transactionId, startedAt, true, served, since, countsFrom);
  }

  Session countingFromNowhere() {
    return new Session(transactionId, startedAt, live, served, since, null);
  }

  Session served(boolean now, Instant at) {
    return now == served ? this : new Session(transactionId, startedAt, live, now, at, countsFrom);
  }
}
