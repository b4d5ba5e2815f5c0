package io.evenkeel.messaging.kafka;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evenkeel.messaging.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicCreationTest {

  @ParameterizedTest
  @CsvSource({
    "CONNECTIONS, 1, true",
    "CONNECTIONS, 2, false",
    "AUTH_EVENTS, 8, false",
    "COMMANDS, 16, true",
    "COMMANDS, 32, true",
    "COMMANDS, 1, false",
    "REPLIES, 15, false",
    "CHARGE_POINT_EVENTS, 1, true",
    "CHARGE_POINT_EVENTS, 64, true"
  })
  void refusesATopicInWhichMessagesWouldNotBeFound(Topic topic, int partitions, boolean fits) {
    if (fits) {
      assertDoesNotThrow(() -> TopicCreation.check(topic, partitions));
    } else {
      assertThrows(
          IllegalStateException.class, () -> TopicCreation.check(topic, partitions), topic.wire());
    }
  }

  @Test
  void onlyConnectionsAreCompacted() {
    for (Topic topic : Topic.values()) {
      String policy =
          TopicCreation.described(topic).configs().getOrDefault("cleanup.policy", "delete");
      assertEquals(topic == Topic.CONNECTIONS ? "compact" : "delete", policy, topic.wire());
    }
  }
}
