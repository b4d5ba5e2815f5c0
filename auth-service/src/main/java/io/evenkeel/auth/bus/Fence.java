package io.evenkeel.auth.bus;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a writer wait for the answers that were begun before its commit: they may still carry the
 * old decision. Answers begun later see the new one and are not waited for, so a steady stream of
 * them keeps nobody waiting.
 */
final class Fence {

  /** Answers that were begun between two changes. */
  private static final class Crowd {
    private int inside;
    private final List<Runnable> waiting = new ArrayList<>();
  }

  /** Held while an answer is under way; to be left exactly once. */
  final class Pass {
    private final Crowd crowd;

    private Pass(Crowd crowd) {
      this.crowd = crowd;
    }

    void leave() {
      left(crowd);
    }
  }

  private Crowd newest = new Crowd();

  /** Closed to newcomers, not empty yet; oldest first. */
  private final List<Crowd> leaving = new ArrayList<>();

  synchronized Pass enter() {
    newest.inside++;
    return new Pass(newest);
  }

  /** Completes when everybody who is inside at its subscription has left. */
  Uni<Void> passed() {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              if (nobodyBefore(() -> emitter.complete(null))) {
                emitter.complete(null);
              }
            });
  }

  private synchronized boolean nobodyBefore(Runnable whenPassed) {
    if (newest.inside > 0) {
      leaving.add(newest);
      newest = new Crowd();
    }
    if (leaving.isEmpty()) {
      return true;
    }
    leaving.getLast().waiting.add(whenPassed);
    return false;
  }

  private void left(Crowd crowd) {
    List<Runnable> released = new ArrayList<>();
    synchronized (this) {
      crowd.inside--;
      while (!leaving.isEmpty() && leaving.getFirst().inside == 0) {
        released.addAll(leaving.removeFirst().waiting);
      }
    }
    released.forEach(Runnable::run);
  }
}
