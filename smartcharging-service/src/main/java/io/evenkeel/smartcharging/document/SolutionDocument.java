package io.evenkeel.smartcharging.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code load-tree-solution/1}.
 *
 * @param instance id of the problem
 * @param task {@code plan} or {@code instant}
 * @param solver who found it
 * @param cpuMs processor time it took, in ms
 * @param schedules of a plan: periods by session; sessions that get nothing are absent
 * @param slot of an instant allocation
 * @param allocation of an instant allocation: amperes by session; those that get nothing are absent
 * @param figures how good it is
 * @param sessions what each session gets, and why not more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "format",
  "instance",
  "task",
  "solver",
  "cpuMs",
  "figures",
  "slot",
  "allocation",
  "schedules",
  "sessions"
})
public record SolutionDocument(
    String format,
    String instance,
    String task,
    String solver,
    double cpuMs,
    @Nullable Map<String, List<PeriodDocument>> schedules,
    @Nullable Integer slot,
    @Nullable Map<String, BigDecimal> allocation,
    FiguresDocument figures,
    List<SessionDocument> sessions) {

  public static final String FORMAT = "load-tree-solution/1";

  /**
   * A period.
   *
   * @param start slot of the horizon; it lasts to the next one, the last to the departure
   */
  public record PeriodDocument(int start, BigDecimal limitA) {}

  /**
   * How good a solution is. What only a plan has is absent from an instant allocation and the other
   * way round.
   *
   * @param lowerBoundShortfallWh no plan misses less
   * @param gapPercent shortfall above that bound in % of the energy requested: the plan is at most
   *     so far from the best one
   * @param costEur of the whole site's import, base load and demand charge included
   * @param costBoundEur no plan that misses no more energy costs less; absent where no bound is
   *     known
   * @param costGapPercent of the cost
   * @param leastSatisfaction the smallest share of its need that a session gets, 0 to 1
   * @param jainIndex of these shares: 1 when all are equal
   * @param sessionsServed of an instant allocation: how many get current
   * @param servedPriority the sum of their serve priorities
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FiguresDocument(
      @Nullable Double requestedWh,
      @Nullable Double deliveredWh,
      @Nullable Double shortfallWh,
      @Nullable Double lowerBoundShortfallWh,
      @Nullable Double gapPercent,
      @Nullable Double costEur,
      @Nullable Double costBoundEur,
      @Nullable Double costGapPercent,
      @Nullable Double leastSatisfaction,
      @Nullable Double jainIndex,
      @Nullable Integer sessionsServed,
      @Nullable Double servedPriority) {}

  /**
   * What a session gets.
   *
   * @param deliveredWh of what it asked for
   * @param shortfallWh what it misses at its departure
   * @param doneBySlot the slot before which it has all that it gets; absent when it gets nothing
   * @param reason why it does not get more, or not sooner
   * @param node the node that decides, when one does
   * @param phase and its phase, L1 to L3
   * @param text the reason in words
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SessionDocument(
      String id,
      @Nullable Double deliveredWh,
      @Nullable Double shortfallWh,
      @Nullable Integer doneBySlot,
      String reason,
      @Nullable String node,
      @Nullable String phase,
      String text) {}
}
