package io.evenkeel.smartcharging.domain.composite;

import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a charge point's profiles allow over a stretch of time: what it should answer to
 * GetCompositeSchedule (section 5.7).
 *
 * @param from where the stretch begins
 * @param seconds how long it is
 * @param unit of the limits: A is per phase, W is for all phases together
 * @param steps in order, the first at 0; neighbours differ
 */
public record CompositeSchedule(
    Instant from, int seconds, ChargingRateUnit unit, List<Step> steps) {

  /**
   * The limit from a moment on.
   *
   * @param start in seconds from the beginning of the stretch
   * @param limit in whole tenths of the unit; null: no profile limits it, so the charge point's own
   *     maximum holds
   */
  public record Step(int start, @Nullable Integer limit) {}

  public CompositeSchedule {
    steps = List.copyOf(steps);
    if (seconds < 1 || steps.isEmpty() || steps.getFirst().start() != 0) {
      throw new IllegalArgumentException("no schedule: " + seconds + " s of " + steps);
    }
  }

  /**
   * The schedule of one connector. For connector 0 it is the ChargePointMaxProfile, which is all
   * that profiles say of the whole charge point; what it may expect to consume in total also
   * depends on its connectors: {@link #together}.
   *
   * @param running null when there is none: then TxProfiles do not count, and a Relative schedule
   *     begins at {@code from}, as it would for a transaction that started then
   * @param seconds at least 1
   */
  public static CompositeSchedule of(
      InstalledProfiles installed,
      int connectorId,
      @Nullable Running running,
      Instant from,
      int seconds,
      ChargingRateUnit unit,
      Supply supply) {
    Stack stack = new Stack(installed, connectorId, running, from, supply);
    SortedSet<Instant> moments = new TreeSet<>();
    moments.add(from);
    stack.changes(from, from.plusSeconds(seconds), moments);
    Merging steps = new Merging();
    for (Instant moment : moments) {
      @Nullable Limit limit = stack.at(moment);
      steps.add(
          Math.toIntExact(Duration.between(from, moment).toSeconds()),
          limit == null ? null : supply.tenths(limit, unit));
    }
    return new CompositeSchedule(from, seconds, unit, steps.done());
  }

  /**
   * What the whole charge point may draw (section 5.7, connector 0): the sum of its connectors, at
   * most what the charge point itself is allowed. The sum of amperes is that of connectors whose
   * phases coincide, so it is never too low.
   *
   * @param whole the schedule of connector 0
   * @param connectors one for each connector, with the same stretch and unit
   */
  public static CompositeSchedule together(
      CompositeSchedule whole, List<CompositeSchedule> connectors) {
    SortedSet<Integer> starts = new TreeSet<>();
    whole.steps.forEach(step -> starts.add(step.start));
    connectors.forEach(one -> one.steps.forEach(step -> starts.add(step.start)));
    Merging steps = new Merging();
    for (int start : starts) {
      @Nullable Integer sum = connectors.isEmpty() ? null : 0;
      for (CompositeSchedule one : connectors) {
        @Nullable Integer limit = one.limitAt(start);
        sum = sum == null || limit == null ? null : Integer.valueOf(sum + limit);
      }
      @Nullable Integer most = whole.limitAt(start);
      steps.add(start, sum == null || (most != null && most < sum) ? most : sum);
    }
    return new CompositeSchedule(whole.from, whole.seconds, whole.unit, steps.done());
  }

  /**
   * The limit so many seconds after the beginning, in whole tenths of the unit; null when nothing
   * limits it.
   */
  public @Nullable Integer limitAt(int second) {
    @Nullable Integer limit = null;
    for (Step step : steps) {
      if (step.start <= second) {
        limit = step.limit;
      }
    }
    return limit;
  }

  /** Puts steps together so that neighbours differ. */
  private static final class Merging {

    private final List<Step> steps = new ArrayList<>();

    /** Of two steps in the same second the later one counts. */
    void add(int start, @Nullable Integer limit) {
      if (!steps.isEmpty() && steps.getLast().start() == start) {
        steps.removeLast();
      }
      if (steps.isEmpty() || !Objects.equals(steps.getLast().limit(), limit)) {
        steps.add(new Step(start, limit));
      }
    }

    List<Step> done() {
      return steps;
    }
  }
}
