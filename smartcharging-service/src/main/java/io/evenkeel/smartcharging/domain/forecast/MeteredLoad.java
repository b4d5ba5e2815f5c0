package io.evenkeel.smartcharging.domain.forecast;

import io.evenkeel.smartcharging.domain.site.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a meter tells of the load beside charging. A rise is believed at once, a fall only when it
 * has lasted: what chargers draw, which is subtracted, is known up to a minute or two late.
 */
public final class MeteredLoad {

  /** A fall is believed after so long. */
  static final Duration SETTLING = Duration.ofMinutes(2);

  /** A meter whose clock is ahead by more is not believed: it would never grow stale. */
  static final Duration AHEAD = Duration.ofMinutes(2);

  /** How fast what is seen now gives way to what is usual at that time. */
  private static final double HALF_LIFE_S = 1800;

  private static final int MOST_KEPT = 600;

  private record Seen(Instant at, double[] load) {}

  private final Meter meter;
  private final LoadHistory history;
  private final Deque<Seen> recent = new ArrayDeque<>();
  private @Nullable MeterReading last;
  private double[] present = new double[3];

  public MeteredLoad(Meter meter, LoadHistory history) {
    this.meter = meter;
    this.history = history;
  }

  public Meter meter() {
    return meter;
  }

  LoadHistory history() {
    return history;
  }

  /** The meter was described anew. */
  MeteredLoad as(Meter described) {
    MeteredLoad same = new MeteredLoad(described, history);
    if (described.measures() == meter.measures()) {
      same.recent.addAll(recent);
      same.last = last;
      same.settle();
    }
    return same;
  }

  void remember(MeterReading reading) {
    last = reading;
    recent.addLast(new Seen(reading.at(), new double[] {reading.l1(), reading.l2(), reading.l3()}));
    settle();
  }

  /**
   * One that is not later than the last, or not yet, changes nothing.
   *
   * @param charging what chargers draw through the meter, in A per phase; nothing for a meter of
   *     what is unmanaged
   * @return quarters that have ended, to be stored
   */
  List<QuarterLoad> read(MeterReading reading, double[] charging, Instant now) {
    if ((last != null && !reading.at().isAfter(last.at()))
        || reading.at().isAfter(now.plus(AHEAD))) {
      return List.of();
    }
    last = reading;
    double[] load = new double[3];
    for (int phase = 0; phase < load.length; phase++) {
      load[phase] = reading.on(phase) - charging[phase];
    }
    recent.addLast(new Seen(reading.at(), load));
    while (recent.size() > MOST_KEPT
        || recent.getFirst().at().isBefore(reading.at().minus(SETTLING))) {
      recent.removeFirst();
    }
    settle();
    return history.add(reading.at(), load);
  }

  /** The last reading; null when there was none. */
  public @Nullable MeterReading last() {
    return last;
  }

  /** From then on the configured load counts, unless a reading comes; null when it does already. */
  public @Nullable Instant staleAt() {
    return last == null ? null : last.at().plus(meter.staleAfter());
  }

  /** Whether its last reading is recent enough to be believed. */
  public boolean isFresh(Instant now) {
    Instant staleAt = staleAt();
    return staleAt != null && now.isBefore(staleAt);
  }

  /** Now, in A per phase with the margin; nothing of a meter that was never read. */
  double[] now() {
    return present.clone();
  }

  /** The most of what was seen recently. */
  private void settle() {
    if (recent.isEmpty()) {
      return;
    }
    double[] most = recent.getLast().load().clone();
    for (Seen seen : recent) {
      for (int phase = 0; phase < most.length; phase++) {
        most[phase] = Math.max(most[phase], seen.load()[phase]);
      }
    }
    for (int phase = 0; phase < most.length; phase++) {
      most[phase] += meter.margin() / 10.0;
    }
    present = most;
  }

  /**
   * To be expected later: what is usual at that time, nearer to what is seen now the sooner it is.
   *
   * @param configured where nothing is known of that time of day, per phase
   */
  double[] later(Instant now, Instant at, double[] configured) {
    double[] then = usual(at, configured);
    double[] nowadays = usual(now, configured);
    double stays = Math.pow(2, -Duration.between(now, at).toSeconds() / HALF_LIFE_S);
    for (int phase = 0; phase < then.length; phase++) {
      then[phase] += stays * (present[phase] - nowadays[phase]);
    }
    return then;
  }

  private double[] usual(Instant at, double[] configured) {
    double @Nullable [] expected = history.expected(at);
    if (expected == null) {
      return configured.clone();
    }
    for (int phase = 0; phase < expected.length; phase++) {
      expected[phase] += meter.margin() / 10.0;
    }
    return expected;
  }
}
