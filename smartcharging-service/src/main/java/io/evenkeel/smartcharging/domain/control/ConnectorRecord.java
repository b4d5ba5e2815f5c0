package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.smartcharging.domain.safety.Conduct;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.safety.Held;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that must outlive this process about a connector. It is stored before anything that follows
 * from it is sent, so what was under way when the process died is unconfirmed in it.
 *
 * @param ended the last transactions that ended, the newest last: a repeated start of one is no
 *     start
 * @param desiredDefault what the charger is to hold as its default
 * @param desiredTx what the running transaction is to get over time; 0 without one
 * @param defaultRejections how often in a row the charger refused a default
 * @param txRejections how often in a row it refused a transaction's limit
 */
public record ConnectorRecord(
    ConnectorKey key,
    Exposure exposure,
    @Nullable Session session,
    List<Integer> ended,
    @Nullable ChargePointStatus status,
    int desiredDefault,
    Course desiredTx,
    int defaultRejections,
    int txRejections) {

  public ConnectorRecord {
    ended = List.copyOf(ended);
  }

  /**
   * Of a connector that still holds a profile of a site it left: it may draw less, or all it can.
   */
  public static ConnectorRecord leftover(ConnectorKey key, int maximum) {
    Exposure unknown =
        new Exposure(maximum, new Held(0, maximum, false), null, null, Conduct.UNKNOWN);
    return new ConnectorRecord(key, unknown, null, List.of(), null, 0, Course.constant(0), 0, 0);
  }
}
