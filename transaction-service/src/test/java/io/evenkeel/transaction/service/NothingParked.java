package io.evenkeel.transaction.service;

import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.flow.DeadLetters;
import io.smallrye.mutiny.Uni;

/** The tests' readers digest everything. */
final class NothingParked implements DeadLetters {

  @Override
  public <T extends BusMessage> Uni<Void> park(String reader, T message, Throwable cause) {
    return Uni.createFrom()
        .failure(new AssertionError(reader + " could not digest " + message, cause));
  }
}
