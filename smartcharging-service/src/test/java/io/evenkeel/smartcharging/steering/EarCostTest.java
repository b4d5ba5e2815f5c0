package io.evenkeel.smartcharging.steering;

import static io.evenkeel.smartcharging.Operator.put;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.ocpp.core.Heartbeat;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Readings and notifications are the bulk of what is told: they must cost next to nothing. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class EarCostTest {

  private static final int ROUNDS = 200_000;

  @Inject Ear ear;

  @Test
  void readingsAndNotificationsAreHeardInAboutAMicrosecond() {
    put("ear", 32, "ear-1");

    measure("a reading of a connector in a site", () -> ear.hear(metered("ear-1")));
    measure("a reading of another connector", () -> ear.hear(metered("elsewhere")));
    measure("a notification", () -> ear.hear(notified()));
  }

  private static void measure(String what, Supplier<Uni<Void>> hearing) {
    double micros = 0;
    for (int warm = 0; warm < 3; warm++) {
      long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int i = 0; i < ROUNDS; i++) {
        hearing.get().subscribe().with(_ -> {});
      }
      long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
      micros = took / 1e3 / ROUNDS;
    }
    System.out.printf("%s: %.2f µs%n", what, micros);
    assertTrue(micros < 20, what + " took " + micros + " µs");
  }

  private static TransactionEvent metered(String chargePoint) {
    return new TransactionEvent.Metered(
        chargePoint,
        1,
        null,
        Instant.EPOCH,
        null,
        List.of(BigDecimal.TEN, BigDecimal.TEN, BigDecimal.TEN),
        null);
  }

  private static ChargePointEvent notified() {
    return new ChargePointEvent.Notified(
        "ear-1",
        Instant.EPOCH,
        new SessionRef(0, 1, 1),
        "1",
        new Heartbeat.Request(),
        List.of(),
        null);
  }
}
