package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.store.History;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How the nodes of a site were, for plots: for each node and phase columns of equal length.
 *
 * @param stepSeconds length of a step
 * @param sampleSeconds how often it is noted how a site is: a shorter step shows no more
 */
public record HistoryDocument(
    String id,
    Instant from,
    Instant to,
    long stepSeconds,
    long sampleSeconds,
    List<SeriesDocument> series) {

  /**
   * One phase of one node, in amperes. Steps of which nothing is known are left out.
   *
   * @param at when the steps begin
   * @param limitA the least limit that was in force in each step
   * @param mayBeDrawnA the most that might have been drawn
   * @param plannedA the most that the plan in force had for charging then; while none was followed,
   *     what the running transactions were to get
   * @param measuredA the most that they were seen drawing
   */
  public record SeriesDocument(
      String node,
      String phase,
      List<Instant> at,
      List<BigDecimal> limitA,
      List<BigDecimal> mayBeDrawnA,
      List<BigDecimal> plannedA,
      List<BigDecimal> measuredA) {}

  static HistoryDocument of(
      String id, HistoryQuery.Span span, Duration sample, List<History> histories) {
    return new HistoryDocument(
        id,
        span.from(),
        span.to(),
        span.step().toSeconds(),
        sample.toSeconds(),
        histories.stream().map(HistoryDocument::series).toList());
  }

  private static SeriesDocument series(History history) {
    return new SeriesDocument(
        history.node(),
        "L" + (history.phase() + 1),
        history.points().stream().map(History.Point::at).toList(),
        column(history, History.Point::limit),
        column(history, History.Point::worst),
        column(history, History.Point::planned),
        column(history, History.Point::measured));
  }

  private static List<BigDecimal> column(History history, ToIntFunction<History.Point> value) {
    return history.points().stream().map(point -> Amperes.of(value.applyAsInt(point))).toList();
  }
}
