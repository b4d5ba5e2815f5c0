package io.evenkeel.messaging.kafka;

import io.evenkeel.messaging.Calls;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.Samples;
import io.evenkeel.messaging.bus.Cost;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints what the bus costs over Kafka, broker in the same JVM and in the figure: {@code mvn -pl
 * messaging test -Dtest=KafkaCostTest -Devenkeel.cost=true -Dtest.jvm=-Xmx1g}.
 */
@QuarkusTest
@WithTestResource(value = BrokerWithHistory.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
@EnabledIfSystemProperty(named = "evenkeel.cost", matches = "true")
class KafkaCostTest {

  @Inject Publisher<ChargePointEvent> events;
  @Inject Calls calls;
  @Inject Vertx vertx;

  @Test
  void cost() throws Exception {
    for (int round = 0; round < 3; round++) {
      event(30_000).print(64);
      call(30_000).print(64);
      event(60_000).print(512);
      call(60_000).print(512);
    }
    event(1_000).print(1);
    call(1_000).print(1);
  }

  private Cost event(int count) {
    return new Cost(vertx, "event", count, i -> events.publish(Samples.event("CP" + i % 1000, i)));
  }

  private Cost call(int count) {
    return new Cost(
        vertx,
        "call and reply",
        count,
        i ->
            calls.transaction(
                Samples.transactionCall(
                    "c" + i + "-" + System.nanoTime(), "CP" + i % 1000, Duration.ofMinutes(1))));
  }
}
