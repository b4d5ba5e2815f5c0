package io.evenkeel.transaction.domain;

import java.util.EnumSet;
import java.util.Set;

/**
 * A StopTransaction that ended nothing: an orphan, or a duplicate. Its energy is booked nowhere.
 *
 * @param transactionId as the charge point said it
 * @param duplicate whether the transaction is this charge point's and was stopped before
 */
public record StrayStop(
    String chargePoint,
    int transactionId,
    Ending.Stop stop,
    boolean duplicate,
    Set<Flag> flags,
    Leniency leniency) {

  public StrayStop {
    flags = Set.copyOf(flags);
  }

  static StrayStop of(
      String chargePoint,
      int transactionId,
      Ending.Stop stop,
      boolean duplicate,
      Plausibility plausibility,
      Leniency leniency) {
    EnumSet<Flag> flags = EnumSet.of(duplicate ? Flag.DuplicateStop : Flag.OrphanStop);
    flags.addAll(plausibility.ofStop(stop));
    if (leniency.needed()) {
      flags.add(Flag.Lenient);
    }
    return new StrayStop(chargePoint, transactionId, stop, duplicate, flags, leniency);
  }

  /**
   * Whether this may be the end of a transaction whose start came later: the stop happened after
   * the start although it was received before it, the register did not go backwards, no other tag
   * stopped it, and both clocks can be believed.
   */
  boolean mayEnd(Transaction started) {
    NaturalKey key = started.key();
    return !duplicate
        && chargePoint.equals(key.chargePoint())
        && !stop.at().isBefore(key.startedAt())
        && !stop.receivedAt().isAfter(started.receivedAt())
        && stop.meterStop() >= key.meterStart()
        && (stop.idTag() == null || IdTags.same(stop.idTag(), started.idTag()))
        && !flags.contains(Flag.ClockImplausible)
        && !started.flags().contains(Flag.ClockImplausible);
  }
}
