package io.evenkeel.gateway.kit;

import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.flow.DeadLetters;
import io.smallrye.mutiny.Uni;

/** In a test nothing is indigestible. */
final class NoDeadLetters implements DeadLetters {

  @Override
  public <T extends BusMessage> Uni<Void> park(String reader, T message, Throwable cause) {
    return Uni.createFrom()
        .failure(new AssertionError(reader + " cannot digest " + message, cause));
  }
}
