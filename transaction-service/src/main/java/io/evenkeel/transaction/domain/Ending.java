package io.evenkeel.transaction.domain;

import io.evenkeel.ocpp.core.StopTransaction.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How a transaction ended. */
public sealed interface Ending {

  /** When; for a stop by the charge point's own clock. */
  Instant at();

  /** Wh. */
  long meterStop();

  /**
   * By a StopTransaction.
   *
   * @param reason Local when the charge point gave none (OCPP 1.6 section 6.50)
   * @param idTag who stopped it; null when nobody presented a tag
   */
  record Stop(Instant at, long meterStop, Reason reason, @Nullable String idTag, Instant receivedAt)
      implements Ending {

    public Stop {
      at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether {@code again} is this stop told once more; its time may be that of its receipt. */
    boolean repeats(Stop again, Leniency leniency) {
      return meterStop == again.meterStop && (at.equals(again.at) || leniency.timeOfReceipt());
    }
  }

  /**
   * By what was known last, because no stop came.
   *
   * @param cause what made it clear that none would come; see {@link Causes}
   */
  record Evidence(Instant at, long meterStop, String cause) implements Ending {}
}
