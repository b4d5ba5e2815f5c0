package io.evenkeel.messaging.flow;

import io.evenkeel.messaging.BusMessage;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * How services read a channel. Messages with an equal key are handled one at a time and in order;
 * different keys at once. Declare it as
 *
 * <pre>{@code
 * @Incoming("transaction-charge-point-events-in")
 * Flow.Subscriber<Message<ChargePointEvent>> chargePointEvents() {
 *   return Lanes.reading("transaction.charge-point-events", LaneLimits.DEFAULT, this::on, deadLetters);
 * }
 * }</pre>
 */
public final class Lanes {
  private Lanes() {}

  /**
   * A reader. A message is acknowledged when the handler's {@code Uni} has completed, so at least
   * once: the handler must be idempotent. Each attempt runs on a safe, duplicated Vert.x context of
   * its own (Hibernate Reactive works in it), and on the same event loop for the same key.
   *
   * <p>A {@link Transient} failure is tried again for ever, with growing pauses, while the
   * message's lane waits. Any other failure is tried once more; then the message is parked and
   * acknowledged, so that it does not stop its lane. No more than {@link LaneLimits#maxInFlight}
   * messages are taken from the channel before they are acknowledged.
   *
   * @param reader name for logs, metrics and the dead letters, such as {@code
   *     transaction.charge-point-events}
   */
  public static <T extends BusMessage> Flow.Subscriber<Message<T>> reading(
      String reader, LaneLimits limits, Function<T, Uni<Void>> handler, DeadLetters deadLetters) {
    return new LaneReader<>(reader, limits, handler, deadLetters);
  }
}
