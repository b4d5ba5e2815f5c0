package io.evenkeel.smartcharging.domain.allocation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session's standing when not all can be served with their minimum. Turns rotate: who is being
 * served keeps it for at least one turn (few contactor cycles), who has waited a turn comes next,
 * the longest waiting first; among the rest those come first of whom the most can be served.
 *
 * @param group compared first
 * @param waitingSince the earlier the better, in ms since 1970
 */
public record Rank(Group group, long waitingSince) {

  /** In the order in which they are served. */
  public enum Group {
    /** Served for less than one turn. */
    IN_TURN,
    /** Waiting for a turn or longer. */
    OVERDUE,
    /** Everybody else. */
    ORDINARY
  }

  /** The rank of somebody who has neither been served nor waited long. */
  public static final Rank ORDINARY = new Rank(Group.ORDINARY, 0);

  /**
   * @param served whether the session is being served
   * @param since when that began
   */
  public static Rank of(boolean served, Instant since, Duration turn, Instant now) {
    boolean turnOver = !now.isBefore(since.plus(turn));
    if (served) {
      return turnOver
          ? new Rank(Group.ORDINARY, Long.MAX_VALUE)
          : new Rank(Group.IN_TURN, since.toEpochMilli());
    }
    return new Rank(turnOver ? Group.OVERDUE : Group.ORDINARY, since.toEpochMilli());
  }

  /** When, with nothing else changing, the rank will be another one; null when never. */
  public static @Nullable Instant changesAt(Instant since, Duration turn, Instant now) {
    Instant end = since.plus(turn);
    return end.isAfter(now) ? end : null;
  }
}
