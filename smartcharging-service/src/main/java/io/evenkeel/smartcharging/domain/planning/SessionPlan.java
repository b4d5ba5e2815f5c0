package io.evenkeel.smartcharging.domain.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session can expect.
 *
 * @param session its id
 * @param deliveredWh by its departure, never more than requested
 * @param shortfallWh missing at its departure
 * @param completeAt the slot at whose start it has all it asked for; null when that never comes
 * @param periods its schedule, each period with the reason why it is not more
 */
public record SessionPlan(
    String session,
    double requestedWh,
    double deliveredWh,
    double shortfallWh,
    @Nullable Integer completeAt,
    List<Explained> periods) {

  public SessionPlan {
    periods = List.copyOf(periods);
  }

  /**
   * A period and its reason.
   *
   * @param start slot
   * @param limit in tenths of an ampere per phase
   */
  public record Explained(int start, int limit, Why why) {}
}
