package io.evenkeel.messaging.kafka;

import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.Topic;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Records to messages; the topic says of which type. */
public final class BusDeserializer implements Deserializer<BusMessage> {

  @Override
  public @Nullable BusMessage deserialize(String topic, byte @Nullable [] json) {
    if (json == null) {
      return null;
    }
    Topic known =
        Topic.of(topic)
            .orElseThrow(() -> new SerializationException(topic + " is no topic of the bus"));
    try {
      return BusJson.read(known, json);
    } catch (IOException unreadable) {
      throw new SerializationException(unreadable.getMessage(), unreadable);
    }
  }
}
