package io.evenkeel.messaging.kafka;

import io.evenkeel.messaging.BusMessage;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Messages to records. */
public final class BusSerializer implements Serializer<BusMessage> {

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable BusMessage message) {
    return message == null ? null : BusJson.write(message);
  }
}
