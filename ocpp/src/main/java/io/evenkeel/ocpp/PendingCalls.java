package io.evenkeel.ocpp;

import org.jspecify.annotations.Nullable;

/** Which calls of ours wait for an answer. */
@FunctionalInterface
public interface PendingCalls {

  /** The action called under that id; null when none waits for an answer to it. */
  @Nullable Action actionOf(String messageId);
}
