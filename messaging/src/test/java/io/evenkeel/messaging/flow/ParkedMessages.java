package io.evenkeel.messaging.flow;

import io.evenkeel.messaging.BusMessage;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Dead letters in memory. */
final class ParkedMessages implements DeadLetters {

  record Parked(String reader, BusMessage message, Throwable cause) {}

  final List<Parked> parked = new CopyOnWriteArrayList<>();
  volatile int failures;

  @Override
  public <T extends BusMessage> Uni<Void> park(String reader, T message, Throwable cause) {
    if (failures > 0) {
      failures--;
      return Uni.createFrom().failure(new IllegalStateException("no table"));
    }
    parked.add(new Parked(reader, message, cause));
    return Uni.createFrom().voidItem();
  }
}
