package io.evenkeel.simulator.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What one event loop counted: latencies in nanoseconds, sessions, and what went wrong. */
final class Tally {
  private static final long LONGEST_NANOS = 120_000_000_000L;
  private static final int DIGITS = 3;

  final Map<Kind, Histogram> latencies = new EnumMap<>(Kind.class);
  final Map<String, Long> errors = new TreeMap<>();
  long sessions;

  Tally() {
    for (var kind : Kind.values()) {
      latencies.put(kind, new Histogram(LONGEST_NANOS, DIGITS));
    }
  }

  void answered(Kind kind, long nanos) {
    of(kind).recordValue(Math.min(nanos, LONGEST_NANOS));
  }

  Histogram of(Kind kind) {
    var histogram = latencies.get(kind);
    if (histogram == null) {
      throw new IllegalStateException(kind.name());
    }
    return histogram;
  }

  void wrong(String what) {
    errors.merge(what, 1L, Long::sum);
  }

  void add(Tally other) {
    other.latencies.forEach((kind, histogram) -> of(kind).add(histogram));
    other.errors.forEach((what, count) -> errors.merge(what, count, Long::sum));
    sessions += other.sessions;
  }

  Histogram overall() {
    var all = new Histogram(LONGEST_NANOS, DIGITS);
    latencies.values().forEach(all::add);
    return all;
  }
}
