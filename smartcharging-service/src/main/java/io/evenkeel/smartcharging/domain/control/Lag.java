package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.site.Phase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How what a connector holds, or may draw, differs from what is desired, and why. Currents are in
 * tenths of an ampere.
 *
 * @param held what counts for its car now, as the charger confirmed it; null: not known for certain
 * @param desired what it is to get now
 * @param counts the most that it may draw, which the others leave to it
 * @param waitsFor connectors that have to confirm less first; some of them when they are many
 * @param node what has no room, and on which phase
 * @param since when it began to be so; null: not known
 * @param until when it is tried again, or from when on there is no room; null: does not apply
 * @param words what the charger was seen doing; null: nothing of note
 */
public record Lag(
    Cause cause,
    @Nullable Integer held,
    int desired,
    int counts,
    List<String> waitsFor,
    @Nullable String node,
    @Nullable Phase phase,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable String words) {

  /** What it is due to. */
  public enum Cause {
    /** It takes no profiles. */
    UNCONTROLLED,
    /** It is not connected. */
    OFFLINE,
    /** It did not take the last profile, and is tried again later. */
    SILENT,
    /** Somebody else set a profile. */
    BY_HAND,
    /** It draws, or allows, more than it was told. */
    DISOBEYS,
    /** A profile is on its way, and not answered yet. */
    UNDER_WAY,
    /** What came of the last profile, or of a reboot, is not known; it is sent once more. */
    UNCONFIRMED,
    /** It is told other times, or less, until chargers have shown that they keep time. */
    PROVING,
    /** The charger takes no 0 A. */
    NO_ZERO,
    /** Others still hold what it is to get. */
    WAITS_FOR,
    /** A node has no room for it, and nobody is about to leave any. */
    NO_ROOM,
    /** The difference is not worth a profile. */
    TRIFLE,
    /** It is sent next. */
    DUE,
    /** Its schedule counts at its highest period: it has yet to show that it keeps time. */
    SCHEDULE,
    /** Its default is above its limit, and would count if it forgot that. */
    DEFAULT
  }

  public Lag {
    waitsFor = List.copyOf(waitsFor);
  }

  /** Nothing but the cause. */
  static Lag of(Cause cause, @Nullable Integer held, int desired, int counts) {
    return new Lag(cause, held, desired, counts, List.of(), null, null, null, null, null);
  }

  Lag between(@Nullable Instant begun, @Nullable Instant end) {
    return new Lag(cause, held, desired, counts, waitsFor, node, phase, begun, end, words);
  }

  Lag saying(@Nullable String what) {
    return new Lag(cause, held, desired, counts, waitsFor, node, phase, since, until, what);
  }
}
