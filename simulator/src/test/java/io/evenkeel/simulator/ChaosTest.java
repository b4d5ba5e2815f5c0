package io.evenkeel.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.simulator.ScriptedCentralSystem.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger is right whatever happens to the connections. */
class ChaosTest {
  private static final int POINTS = 12;
  private static final int SESSIONS = 4;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void what_the_ledger_says_was_answered_was_taken_and_nothing_else_was_answered(long seed) {
    try (var central = new ScriptedCentralSystem()) {
      // Given a central system in which one message in six goes wrong in one of four ways
      var random = new Random(seed);
      central.script =
          (point, request) -> {
            synchronized (random) {
              return switch (random.nextInt(24)) {
                case 0 -> Fate.Refuse;
                case 1 -> Fate.Cut;
                case 2 -> Fate.TakeAndCut;
                case 3 -> Fate.Ignore;
                default -> Fate.Answer;
              };
            }
          };
      var ledger = Ledger.keeping();
      var points = new ArrayList<VirtualChargePoint>();
      for (int i = 0; i < POINTS; i++) {
        points.add(VirtualChargePoint.start(options(central, ledger, i)));
      }

      // When every charge point goes through its sessions
      points.forEach(ChaosTest::sessions);
      points.forEach(point -> Await.answer(point.awaitDelivered(), Duration.ofSeconds(60)));

      // Then
      assertTrue(ledger.open().isEmpty(), "everything came to an end");
      assertTrue(ledger.discarded().isEmpty(), "nothing was given up");
      assertEquals(POINTS * SESSIONS, ledger.starts().size());
      assertEquals(POINTS * SESSIONS, ledger.stops().size());
      assertEquals(POINTS * SESSIONS, ledger.meterValues().size());
      assertEquals(facts(central), ledgerFacts(ledger), "seed " + seed);
      assertEquals(
          POINTS * SESSIONS,
          ledger.starts().stream().map(s -> s.response().transactionId()).distinct().count(),
          "every transaction has its own id");
      assertTrue(central.violations.isEmpty(), central.violations.toString());
      points.forEach(VirtualChargePoint::close);
    }
  }

  private static VirtualChargePointOptions options(
      ScriptedCentralSystem central, Ledger ledger, int i) {
    return VirtualChargePointOptions.of(central.url(), "CP" + i)
        .ledger(ledger)
        .retryInterval(Duration.ofMillis(2))
        .callTimeout(Duration.ofMillis(250))
        .backoff(Duration.ofMillis(2), Duration.ofMillis(20))
        .keep(0)
        .configuration("MeterValueSampleInterval", "0")
        .configuration("TransactionMessageAttempts", "1000");
  }

  /** Without waiting for answers: what cannot be sent queues up. */
  private static void sessions(VirtualChargePoint point) {
    for (int n = 0; n < SESSIONS; n++) {
      point.startTransaction(1, "TAG" + n);
      point.sendMeterValues(1);
      point.stopTransaction(1, StopTransaction.Reason.Local);
    }
  }

  private static Set<Object> facts(ScriptedCentralSystem central) {
    var facts = new HashSet<>();
    for (var call : central.taken) {
      if (isTransactionMessage(call.request())) {
        facts.add(List.of(call.chargePoint(), call.request()));
      }
    }
    return facts;
  }

  private static Set<Object> ledgerFacts(Ledger ledger) {
    var facts = new HashSet<>();
    for (var entry : ledger.entries()) {
      if (entry.state() == Ledger.State.Answered) {
        facts.add(List.of(entry.chargePoint(), entry.request()));
      }
    }
    return facts;
  }

  private static boolean isTransactionMessage(Request request) {
    return request instanceof StartTransaction.Request
        || request instanceof StopTransaction.Request
        || request instanceof MeterValues.Request;
  }
}
