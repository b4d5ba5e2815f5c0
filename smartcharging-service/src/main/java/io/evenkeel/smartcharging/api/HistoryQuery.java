package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.domain.site.Violation;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ?from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z&step=PT15M&node=grid}. Defaults: the
 * last day; a step that gives about 300 points, not shorter than a sample; all nodes.
 */
public record HistoryQuery(
    @QueryParam("from") @Nullable String from,
    @QueryParam("to") @Nullable String to,
    @QueryParam("step") @Nullable String step,
    @QueryParam("node") @Nullable String node) {

  private static final int MOST_STEPS = 2000;
  private static final int USUAL_STEPS = 300;
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** What is asked for, sound. */
  record Span(Instant from, Instant to, Duration step) {}

  /**
   * @param sample how often it is noted how a site is
   */
  Span span(Instant now, Duration sample) {
    List<Violation> violations = new ArrayList<>();
    Instant end = instant("to", to, now, violations);
    Instant begin = instant("from", from, end.minus(Duration.ofDays(1)), violations);
    Duration length = Duration.between(begin, end);
    if (violations.isEmpty() && !length.isPositive()) {
      violations.add(new Violation("from", "must be before to"));
    }
    if (violations.isEmpty() && length.compareTo(Duration.ofDays(3660)) > 0) {
      violations.add(new Violation("from", "must be at most ten years before to"));
    }
    Duration wanted = step(length, sample, violations);
    if (violations.isEmpty() && length.dividedBy(wanted) > MOST_STEPS) {
      violations.add(
          new Violation("step", "is too short: there may be at most " + MOST_STEPS + " steps"));
    }
    if (!violations.isEmpty()) {
      throw Problems.badRequest("query", violations);
    }
    return new Span(begin, end, wanted);
  }

  private static Instant instant(
      String field, @Nullable String text, Instant absent, List<Violation> violations) {
    if (text == null) {
      return absent;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException unreadable) {
      violations.add(
          new Violation(field, "must be a time with Z or an offset, such as 2026-03-01T12:00:00Z"));
      return absent;
    }
  }

  private Duration step(Duration length, Duration sample, List<Violation> violations) {
    Duration usual =
        Duration.ofSeconds(
            Math.max(Math.max(1, sample.toSeconds()), length.toSeconds() / USUAL_STEPS));
    if (step == null) {
      return usual;
    }
    try {
      Duration said = Duration.parse(step);
      if (said.compareTo(SHORTEST) >= 0 && said.getNano() == 0) {
        return said;
      }
    } catch (DateTimeException unreadable) {
      // the objection below says it all
    }
    violations.add(new Violation("step", "must be whole seconds, at least one, such as PT15M"));
    return usual;
  }
}
