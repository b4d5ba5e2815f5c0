package io.evenkeel.smartcharging.document;

import io.evenkeel.smartcharging.domain.allocation.InstantAllocation;
import io.evenkeel.smartcharging.domain.planning.Figures;
import io.evenkeel.smartcharging.domain.planning.Planned;
import io.evenkeel.smartcharging.domain.planning.Planner;
import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.Period;
import io.evenkeel.smartcharging.domain.site.Amperes;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Solves problems and tells the answer as documents. Nothing is sent anywhere. */
public final class Answers {

  private static final String SOLVER = "EvenKeel";

  private Answers() {}

  /** A plan over the horizon. */
  public static SolutionDocument plan(Instance instance) {
    long began = cpu();
    Planned planned = Planner.plan(instance);
    double millis = (cpu() - began) / 1e6;
    return new SolutionDocument(
        SolutionDocument.FORMAT,
        instance.id(),
        "plan",
        SOLVER,
        rounded(millis, 3),
        schedules(planned.plan().schedules()),
        null,
        null,
        figures(planned.figures()),
        SessionAnswers.of(instance, planned));
  }

  /**
   * Who gets how much in one slot.
   *
   * @param slot of the horizon
   */
  public static SolutionDocument instant(Instance instance, int slot) {
    long began = cpu();
    InstantAllocation allocation = InstantAllocation.of(instance, slot);
    double millis = (cpu() - began) / 1e6;
    return new SolutionDocument(
        SolutionDocument.FORMAT,
        instance.id(),
        "instant",
        SOLVER,
        rounded(millis, 3),
        null,
        slot,
        InstantAnswers.amperes(allocation),
        InstantAnswers.figures(instance, allocation),
        InstantAnswers.sessions(instance, allocation));
  }

  private static Map<String, List<SolutionDocument.PeriodDocument>> schedules(
      Map<String, List<Period>> schedules) {
    Map<String, List<SolutionDocument.PeriodDocument>> documents = new TreeMap<>();
    schedules.forEach(
        (session, periods) ->
            documents.put(
                session,
                periods.stream()
                    .map(
                        period ->
                            new SolutionDocument.PeriodDocument(
                                period.start(), Amperes.of(period.limit())))
                    .toList()));
    return documents;
  }

  private static SolutionDocument.FiguresDocument figures(Figures figures) {
    return new SolutionDocument.FiguresDocument(
        rounded(figures.requestedWh(), 1),
        rounded(figures.requestedWh() - figures.shortfallWh(), 1),
        rounded(figures.shortfallWh(), 1),
        floor(figures.lowerBoundShortfallWh(), 1),
        ceiling(figures.gap(), 4),
        rounded(figures.cost(), 4),
        floor(figures.costBound(), 4),
        ceiling(figures.costGap(), 4),
        floor(figures.leastSatisfaction(), 6),
        floor(figures.jain(), 6),
        null,
        null);
  }

  static double rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }

  /** Bounds are never rounded to the better side. Null where none is known. */
  private static @Nullable Double floor(double value, int decimals) {
    return finite(value, decimals, RoundingMode.FLOOR);
  }

  private static @Nullable Double ceiling(double value, int decimals) {
    return finite(value, decimals, RoundingMode.CEILING);
  }

  private static @Nullable Double finite(double value, int decimals, RoundingMode mode) {
    return Double.isFinite(value)
        ? Double.valueOf(BigDecimal.valueOf(value).setScale(decimals, mode).doubleValue())
        : null;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
