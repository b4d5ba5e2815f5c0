package io.evenkeel.smartcharging.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.smartcharging.document.JsonObject;
import io.evenkeel.smartcharging.document.Wiring;
import io.evenkeel.smartcharging.domain.forecast.Signal;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.Violation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A limit that somebody else sets for a while; one of a, w and percent is given.
 *
 * @param a amperes on L1, L2, L3
 * @param w watts over three phases together
 * @param percent of the node's own limit
 * @param state waiting, active or ended
 */
public record SignalDocument(
    String id,
    String node,
    @Nullable List<BigDecimal> a,
    @Nullable Long w,
    @Nullable Integer percent,
    Instant from,
    Instant until,
    String state) {

  private static final Set<String> FIELDS =
      Set.of("id", "node", "a", "w", "percent", "from", "until", "state");
  private static final int LONGEST_ID = 64;
  private static final long MOST_WATTS = 100_000_000;
  private static final Duration LONGEST = Duration.ofDays(366);

  static SignalDocument of(Signal signal, Instant now) {
    Signal.Bound bound = signal.bound();
    return new SignalDocument(
        signal.id(),
        signal.node(),
        bound instanceof Signal.Bound.Current(PhaseLimits a)
            ? List.of(Amperes.of(a.l1()), Amperes.of(a.l2()), Amperes.of(a.l3()))
            : null,
        bound instanceof Signal.Bound.Power(long watts) ? Long.valueOf(watts) : null,
        bound instanceof Signal.Bound.Share(int percent) ? Integer.valueOf(percent) : null,
        signal.from(),
        signal.until(),
        now.isBefore(signal.from())
            ? "waiting"
            : now.isBefore(signal.until()) ? "active" : "ended");
  }

  /**
   * What GET answers can be PUT again. Without {@code from} it begins now.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names all that is wrong
   */
  static Signal read(String id, @Nullable String body, Instant now) {
    if (id.isBlank() || id.length() > LONGEST_ID || id.indexOf('\0') >= 0) {
      throw Problems.badRequest("path", "signal", "must have 1 to 64 characters");
    }
    List<Violation> violations = new ArrayList<>();
    JsonObject signal = JsonObject.of("", Body.json(body), FIELDS, violations);
    String said = signal.text("id", LONGEST_ID);
    if (said != null && !said.equals(id)) {
      signal.note("id", "must be the one in the address, " + id);
    }
    Instant begins = signal.time("from");
    Instant from = begins == null ? now : begins;
    Instant ends = signal.time("until");
    if (!signal.has("until")) {
      signal.note("until", "is required: when it ends, such as 2026-05-01T00:00:00Z");
    } else if (ends != null && !ends.isAfter(from)) {
      signal.note(
          "until", signal.has("from") ? "must be later than from" : "must be in the future");
    } else if (ends != null && Duration.between(from, ends).compareTo(LONGEST) > 0) {
      signal.note("until", "must be a year at most after it begins");
    }
    Signal read =
        new Signal(
            id,
            signal.requiredText("node", LONGEST_ID),
            bound(signal),
            from,
            ends == null ? from : ends);
    if (!violations.isEmpty()) {
      throw Problems.badRequest("body", violations);
    }
    return read;
  }

  private static Signal.Bound bound(JsonObject signal) {
    List<String> given = Stream.of("a", "w", "percent").filter(signal::has).toList();
    if (given.isEmpty()) {
      signal.note("a", "is required, or w, or percent: how much the node may carry");
    } else if (given.size() > 1) {
      signal.note(given.get(1), "must not be given beside " + given.getFirst() + ": give one");
    }
    JsonNode amperes = signal.get("a");
    if (amperes != null) {
      return new Signal.Bound.Current(Wiring.limits(amperes, signal, "a"));
    }
    if (signal.has("w")) {
      int watts = signal.whole("w", 0);
      if (watts < 0 || watts > MOST_WATTS) {
        signal.note("w", "must be 0 to " + MOST_WATTS + ", not " + watts);
      }
      return new Signal.Bound.Power(watts);
    }
    int percent = signal.whole("percent", 0);
    if (percent < 0 || percent > 100) {
      signal.note("percent", "must be 0 to 100, not " + percent);
    }
    return new Signal.Bound.Share(percent);
  }
}
