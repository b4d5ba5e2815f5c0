package io.evenkeel.messaging;

import io.smallrye.mutiny.Uni;

/** Answers calls; used by the services that are called. */
public interface Replies {

  /**
   * Completes when the reply is on its way for certain. Acknowledge the call after that, and reply
   * only when what the reply acknowledges is durable.
   */
  Uni<Void> reply(Reply reply);
}
