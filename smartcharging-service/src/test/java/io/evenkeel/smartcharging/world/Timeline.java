package io.evenkeel.smartcharging.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

/** Simulated time: things happen one after the other, each when it is due. */
final class Timeline {

  private static final int REMEMBERED = Integer.getInteger("evenkeel.story", 60);

  private record Due(Instant at, long number, Runnable what) {}

  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
  private final Runnable afterEach;
  private Instant now = Instant.parse("2026-03-01T08:00:00Z");
  private final Deque<String> story = new ArrayDeque<>();
  private long numbers;
  private long happened;

  /**
   * @param afterEach runs after everything that happens
   */
  Timeline(Runnable afterEach) {
    this.afterEach = afterEach;
  }

  Instant now() {
    return now;
  }

  long happened() {
    return happened;
  }

  /** Remembers what happened, for who has to find out why. */
  void note(String what) {
    story.add(now + " " + what);
    if (story.size() > REMEMBERED) {
      story.remove();
    }
  }

  String story() {
    return String.join("\n", story);
  }

  void in(Duration delay, Runnable what) {
    at(now.plus(delay), what);
  }

  void at(Instant when, Runnable what) {
    queue.add(new Due(when, numbers++, what));
  }

  void runUntil(Instant end) {
    while (!queue.isEmpty() && !queue.peek().at().isAfter(end)) {
      Due due = queue.poll();
      now = due.at();
      happened++;
      due.what().run();
      afterEach.run();
    }
    now = end;
  }
}
