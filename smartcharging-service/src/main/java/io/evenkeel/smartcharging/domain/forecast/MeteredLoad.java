package io.evenkeel.smartcharging.domain.forecast;

import io.evenkeel.smartcharging.domain.site.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
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

  /**
   * So long after its last reading a meter that grew stale still keeps the load from being taken
   * for less; afterwards what is configured is the operator's word.
   */
  static final Duration HELD = Duration.ofHours(1);

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

  /** From then on it is not believed, unless a reading comes; null when nothing was ever read. */
  public @Nullable Instant staleAt() {
    return last == null ? null : last.at().plus(meter.staleAfter());
  }

  /** Whether its last reading is recent enough to be believed. */
  public boolean isFresh(Instant now) {
    Instant staleAt = staleAt();
    return staleAt != null && now.isBefore(staleAt);
  }

  /** When it is taken for something else if no reading comes. */
  List<Instant> changes() {
    Instant staleAt = staleAt();
    return last == null || staleAt == null ? List.of() : List.of(staleAt, heldUntil(last));
  }

  /** From then on what was seen last does not count at all. */
  private Instant heldUntil(MeterReading reading) {
    boolean longBelieved = meter.staleAfter().compareTo(HELD) > 0;
    return reading.at().plus(longBelieved ? meter.staleAfter() : HELD);
  }

  /** Whether what was seen last still counts then, though the meter may have grown stale. */
  boolean isHeld(Instant at) {
    return last != null && at.isBefore(heldUntil(last));
  }

  /**
   * The least that is to be reckoned with while not all of a node's meters are fresh, per phase:
   * what was seen last, where it is no feeding in that nobody sees any more.
   */
  double[] atLeast(Instant now) {
    return isFresh(now) ? now() : Arrays.stream(present).map(load -> Math.max(0, load)).toArray();
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
