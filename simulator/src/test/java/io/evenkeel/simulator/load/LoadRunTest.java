package io.evenkeel.simulator.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.simulator.ScriptedCentralSystem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadRunTest {
  private final ScriptedCentralSystem central = new ScriptedCentralSystem();

  @AfterEach
  void close() {
    central.close();
  }

  private LoadOptions options(int threads, Duration warmup) {
    return new LoadOptions(
        List.of(URI.create(central.url())),
        20,
        8,
        threads,
        warmup,
        Duration.ofMillis(600),
        "LOAD",
        5,
        null);
  }

  @Test
  void sessions_run_and_every_answer_is_counted() {
    var report =
        new LoadRun(
                options(2, Duration.ofMillis(200)),
                new ProcessTree(List.of(ProcessHandle.current().pid())),
                line -> {})
            .run();

    assertEquals(20, report.connected());
    assertEquals(0, report.errors(), () -> report.text());
    assertTrue(report.messages() > 200, () -> report.text());
    assertTrue(report.latencyMillis(99) >= report.latencyMillis(50));
    assertTrue(report.memoryKiB() > 1000, "the process was found");
    assertTrue(report.text().contains("StartTransaction"), "a row per action");
    assertEquals(report.messages(), report.figures().get("messages"));
    assertTrue(central.violations.isEmpty(), () -> "every frame is valid: " + central.violations);
    var stop =
        central.heard.stream()
            .map(c -> c.request())
            .filter(StopTransaction.Request.class::isInstance);
    assertTrue(
        stop.allMatch(s -> ((StopTransaction.Request) s).transactionId() >= 1000),
        "stops carry the id that the start was told");
  }

  @Test
  void what_goes_wrong_is_counted_and_the_run_goes_on() {
    var calls = new AtomicInteger();
    central.script =
        (point, request) ->
            switch (calls.incrementAndGet() % 1500) {
              case 100 -> ScriptedCentralSystem.Fate.Refuse;
              case 200 -> ScriptedCentralSystem.Fate.Cut;
              default -> ScriptedCentralSystem.Fate.Answer;
            };

    var report =
        new LoadRun(options(1, Duration.ZERO), new ProcessTree(List.of()), line -> {}).run();

    assertTrue(report.figures().get("errors").toString().contains("CALLERROR InternalError"));
    assertTrue(report.figures().get("errors").toString().contains("connection lost"));
    assertTrue(report.messages() > 50, () -> report.text());
    assertEquals(null, report.serverCpu(), "no process was named");
  }

  @Test
  void idle_connections_are_all_accepted_and_refusals_are_counted() {
    try (var run = new IdleRun(List.of(URI.create(central.url())), "IDLE", null, true, 1)) {
      var storm = run.connect(300, Duration.ofSeconds(20));
      assertEquals(300, storm.accepted());
      assertEquals(0, run.lost());
    }
    central.refuseWith = 503;
    try (var run = new IdleRun(List.of(URI.create(central.url())), "IDLE", null, false, 1)) {
      var storm = run.connect(10, Duration.ofSeconds(20));
      assertEquals(0, storm.accepted());
      assertEquals(10, storm.refusals().get("HTTP 503"));
    }
  }

  @Test
  void the_process_that_listens_on_a_port_is_found() {
    assertEquals(ProcessHandle.current().pid(), ProcessTree.listeningOn(central.port()));
    assertEquals(-1, ProcessTree.listeningOn(1));
  }
}
