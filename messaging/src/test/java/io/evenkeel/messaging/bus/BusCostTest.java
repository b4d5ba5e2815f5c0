package io.evenkeel.messaging.bus;

import io.evenkeel.messaging.Calls;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.Samples;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints what the bus costs in one process: {@code mvn -pl messaging test -Dtest=BusCostTest
 * -Devenkeel.cost=true -Dtest.jvm=-Xmx1g}.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "evenkeel.cost", matches = "true")
class BusCostTest {

  @Inject Publisher<ChargePointEvent> events;
  @Inject Calls calls;
  @Inject Vertx vertx;

  @Test
  void cost() throws Exception {
    for (int round = 0; round < 4; round++) {
      event(300_000).print(64);
      call(200_000).print(64);
    }
    event(50_000).print(1);
    call(50_000).print(1);
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
                Samples.transactionCall("c" + i, "CP" + i % 1000, Duration.ofMinutes(1))));
  }
}
