package io.evenkeel.messaging.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.Topic;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What messages look like between processes: JSON, null left out, times in ISO 8601. An OCPP
 * request or response is {@code {"action":"StartTransaction","payload":{…}}}, its payload as on the
 * wire. Unknown properties of an envelope are ignored, so that a newer sender may say more; an OCPP
 * payload is read strictly.
 *
 * <p>Independent of the application's own {@code ObjectMapper}: how services speak to each other
 * must not change with how one of them speaks to the world.
 */
public final class BusJson {
  private BusJson() {}

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build())
          .addModule(new JavaTimeModule())
          .addModule(new OcppModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  /** By the topic's ordinal. */
  private static final List<ObjectWriter> WRITERS =
      Arrays.stream(Topic.values()).map(topic -> MAPPER.writerFor(topic.type())).toList();

  private static final List<ObjectReader> READERS =
      Arrays.stream(Topic.values()).map(topic -> MAPPER.readerFor(topic.type())).toList();

  /**
   * @throws IllegalArgumentException when the message cannot be written, which is a defect
   */
  public static byte[] write(BusMessage message) {
    try {
      return WRITERS.get(Topic.of(message).ordinal()).writeValueAsBytes(message);
    } catch (JsonProcessingException defect) {
      throw new IllegalArgumentException("cannot be written: " + defect.getMessage(), defect);
    }
  }

  /**
   * @throws IOException when the bytes are no message of this topic; says what and where
   */
  public static BusMessage read(Topic topic, byte[] json) throws IOException {
    try {
      @Nullable BusMessage message = READERS.get(topic.ordinal()).readValue(json);
      if (message == null) {
        throw new IOException("null is no message");
      }
      return message;
    } catch (JsonProcessingException unreadable) {
      throw new IOException(unreadable.getOriginalMessage(), unreadable);
    } catch (IllegalArgumentException | NullPointerException refused) {
      throw new IOException("refused: " + refused.getMessage(), refused);
    }
  }
}
