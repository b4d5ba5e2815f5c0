package io.evenkeel.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

  private static final String TOPIC = "told";

  @Test
  void handsOnWhatItWasToldAndStillKnowsItAfterARestart(@TempDir Path directory) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(ServerConfig.keptIn(directory))) {
      makeTopic(kafka);
      tell(kafka, "first");
      assertEquals(List.of("first"), read(kafka, 1));
    }

    Instant before = Instant.now();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(ServerConfig.keptIn(directory))) {
      Duration restart = Duration.between(before, Instant.now());
      tell(kafka, "second");
      assertEquals(List.of("first", "second"), read(kafka, 2));
      assertTrue(
          restart.toSeconds() < 8,
          "a restart does not wait for the old session; it took " + restart);
    }
  }

  @Test
  void refusesADirectoryInUse(@TempDir Path directory) {
    try (EmbeddedKafka first = EmbeddedKafka.start(ServerConfig.keptIn(directory))) {
      StartFailure failure =
          assertThrows(
              StartFailure.class, () -> EmbeddedKafka.start(ServerConfig.keptIn(directory)));

      assertTrue(
          failure.getMessage().contains("in use by process " + ProcessHandle.current().pid()),
          failure.getMessage());
      assertEquals("127.0.0.1:" + first.port(), first.bootstrapServers());
    }
  }

  private static void makeTopic(EmbeddedKafka kafka) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
  }

  private static void tell(EmbeddedKafka kafka, String what) throws Exception {
    Map<String, Object> config =
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, what)).get();
    }
  }

  private static List<String> read(EmbeddedKafka kafka, int expected) {
    List<String> all = new ArrayList<>();
    Map<String, Object> config =
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
      Instant deadline = Instant.now().plusSeconds(30);
      while (all.size() < expected && Instant.now().isBefore(deadline)) {
        for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofMillis(200))) {
          all.add(each.value());
        }
      }
    }
    return all;
  }
}
