package io.evenkeel.auth.domain.account;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who tries passwords: some wrong ones in a row are free, then each costs a wait that
 * doubles. An attempt counts as wrong from its beginning until it is known to be right, so that
 * many at once are no way round. Bounded; what was not seen for longest is forgotten first.
 */
public final class Throttle {

  /** How one throttle is set; see the configuration of the same names. */
  public record Limits(
      int freeAttempts,
      Duration firstWait,
      Duration longestWait,
      Duration memory,
      int remembered) {}

  private record Trouble(int attempts, Instant last, Instant notBefore) {}

  private final Limits limits;
  private final Map<String, Trouble> troubles =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Trouble> eldest) {
          return size() > limits.remembered();
        }
      };

  public Throttle(Limits limits) {
    this.limits = limits;
  }

  /** How long {@code who} must still wait; zero when an attempt may be made. */
  public synchronized Duration waiting(String who, Instant now) {
    Trouble trouble = troubles.get(who);
    if (trouble == null || !now.isBefore(trouble.notBefore())) {
      return Duration.ZERO;
    }
    return Duration.between(now, trouble.notBefore());
  }

  /** Counts an attempt as wrong. */
  public synchronized void attempted(String who, Instant now) {
    Trouble before = troubles.get(who);
    int earlier =
        before == null || !now.isBefore(before.last().plus(limits.memory()))
            ? 0
            : before.attempts();
    int attempts = Math.min(earlier + 1, 1_000_000);
    troubles.put(who, new Trouble(attempts, now, now.plus(waitAfter(attempts))));
  }

  /** The last attempt was right: all is forgotten. */
  public synchronized void succeeded(String who) {
    troubles.remove(who);
  }

  /** The last attempt was right or was not judged: it alone is forgotten. */
  public synchronized void takenBack(String who, Instant now) {
    Trouble before = troubles.get(who);
    if (before == null || before.attempts() <= 1) {
      troubles.remove(who);
    } else {
      troubles.put(who, new Trouble(before.attempts() - 1, before.last(), now));
    }
  }

  /** How many are remembered. */
  synchronized int size() {
    return troubles.size();
  }

  private Duration waitAfter(int attempts) {
    if (attempts <= limits.freeAttempts()) {
      return Duration.ZERO;
    }
    int doublings = Math.min(attempts - limits.freeAttempts() - 1, 30);
    Duration wait = limits.firstWait().multipliedBy(1L << doublings);
    return wait.compareTo(limits.longestWait()) > 0 ? limits.longestWait() : wait;
  }
}
