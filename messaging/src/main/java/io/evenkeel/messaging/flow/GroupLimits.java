package io.evenkeel.messaging.flow;

/**
 * Bounds of a {@link GroupCommit}.
 *
 * @param maxBatch items that travel together at most
 * @param maxConcurrentFlushes batches under way at once
 * @param maxQueued items that wait for their batch; one more is refused with {@link Overloaded}
 */
public record GroupLimits(int maxBatch, int maxConcurrentFlushes, int maxQueued) {

  public GroupLimits {
    if (maxBatch < 1 || maxConcurrentFlushes < 1 || maxQueued < 1) {
      throw new IllegalArgumentException(
          "maxBatch, maxConcurrentFlushes and maxQueued must be 1 or more, not %d, %d, %d"
              .formatted(maxBatch, maxConcurrentFlushes, maxQueued));
    }
  }
}
