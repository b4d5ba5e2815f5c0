package io.evenkeel.messaging.flow;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Works that must not overtake each other: the next begins when the one before has ended. */
final class Lane {

  private final Queue<Work<?>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger signals = new AtomicInteger();
  private volatile boolean busy;

  void add(Work<?> work) {
    waiting.add(work);
    advance();
  }

  void ended() {
    busy = false;
    advance();
  }

  /** A loop and not a recursion: works that end at once must not pile up on the stack. */
  private void advance() {
    if (signals.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      Work<?> next = busy ? null : waiting.poll();
      while (next != null) {
        busy = true;
        next.begin();
        next = busy ? null : waiting.poll();
      }
      seen = signals.addAndGet(-seen);
    } while (seen != 0);
  }
}
