package io.evenkeel.messaging.local;

import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.flow.Overloaded;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** The readers of a topic, and how many of its messages are under way. */
final class LocalTopic {

  private static final Logger LOG = Logger.getLogger(LocalConnector.class);

  private final String name;
  private final int capacity;
  private final List<LocalReader> readers = new CopyOnWriteArrayList<>();
  private final AtomicInteger unacknowledged = new AtomicInteger();
  private final Counter refused;

  LocalTopic(String name, int capacity) {
    this.name = name;
    this.capacity = capacity;
    this.refused = Metrics.counter("evenkeel_bus_refused", "topic", name);
    Metrics.gauge("evenkeel_bus_unacknowledged", Tags.of("topic", name), unacknowledged);
  }

  void add(LocalReader reader) {
    readers.add(reader);
    reader.onCancel(() -> remove(reader));
  }

  private void remove(LocalReader reader) {
    readers.remove(reader);
    reader.refuseWaiting(new IllegalStateException(name + ": its reader has gone"));
  }

  void dropUnread() {
    for (LocalReader reader : readers) {
      if (!reader.isRead()) {
        LOG.warnf("%s: the channel %s is configured and nobody reads it", name, reader.channel());
        readers.remove(reader);
        reader.acknowledgeWaiting();
      }
    }
  }

  void write(Message<?> message) {
    if (unacknowledged.incrementAndGet() > capacity) {
      unacknowledged.decrementAndGet();
      refused.increment();
      var _ =
          message.nack(
              new Overloaded(
                  "bus full: %s has %d unacknowledged messages".formatted(name, capacity)));
      return;
    }
    Object[] now = readers.toArray();
    if (now.length == 0) {
      unacknowledged.decrementAndGet();
      var _ = message.ack();
      return;
    }
    Settlement settlement = new Settlement(message, now.length, unacknowledged);
    int hash = message.getPayload() instanceof BusMessage bus ? Objects.hashCode(bus.key()) : 0;
    for (Object reader : now) {
      ((LocalReader) reader).offer(message, hash, settlement);
    }
  }
}
