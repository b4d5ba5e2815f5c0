package io.evenkeel.embedded.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.evenkeel.embedded.FreePort;
import io.evenkeel.embedded.Processes;
import io.evenkeel.embedded.launcher.Checkout.Ended;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class LauncherDemoTest {

  @TempDir Path directory;

  private final String port = Integer.toString(FreePort.pick());
  private final String ocppPort = Integer.toString(FreePort.pick());

  @SuppressWarnings("NullAway.Init") // by checkOut()
  private Checkout checkout;

  @SuppressWarnings("NullAway.Init") // by checkOut()
  private Path data;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = new Checkout(Files.createDirectories(directory.resolve("project")));
    data = directory.resolve("some data");
  }

  private String[] demo() {
    return new String[] {
      "demo", "--port", port, "--ocpp-port", ocppPort, "--data", data.toString()
    };
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void endsTheSimulatorAndThenTheServerWhenAsked(String signal, int code) throws Exception {
    Process launcher = checkout.start(demo());
    String arguments = simulatorLine(launcher);
    List<ProcessHandle> parts = launcher.descendants().toList();
    endUnlessItHears(signal, launcher);

    new ProcessBuilder("kill", "-s", signal, Long.toString(launcher.pid())).start().waitFor();

    assertEquals(code, launcher.waitFor(), "the exit code that says which signal it was");
    assertEquals(
        "simulator demo --api http://127.0.0.1:%s --ocpp ws://127.0.0.1:%s/ocpp --state %s/demo --password-file %s/admin-password"
            .formatted(port, ocppPort, data, data),
        arguments);
    assertEquals(
        List.of("simulator ended", "app ended"),
        Files.readAllLines(data.resolve("ends")),
        "in order");
    assertTrue(parts.size() >= 2, "server and simulator");
    parts.forEach(part -> assertFalse(Processes.isRunning(part), "nothing is left behind"));
    assertTrue(
        Files.readString(data.resolve("evenkeel.log")).contains("OCPP on 127.0.0.1:" + ocppPort));
  }

  /**
   * A shell cannot hear an interrupt that its parent ignores, as the parents of background jobs do;
   * then there is nothing to be tested.
   */
  private static void endUnlessItHears(String signal, Process launcher) throws IOException {
    Path status = Path.of("/proc", Long.toString(launcher.pid()), "status");
    if (!signal.equals("INT") || !Files.exists(status)) {
      return;
    }
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .findFirst()
            .orElse("0");
    boolean deaf = (Long.parseUnsignedLong(ignored, 16) & 2) != 0;
    if (deaf) {
      launcher.destroy();
    }
    assumeFalse(deaf, "these tests run as a background job, in which interrupts are ignored");
  }

  @Test
  void endsFirstWhatAKilledLauncherLeftRunning() throws Exception {
    Process killed = checkout.start(demo());
    simulatorLine(killed);
    List<ProcessHandle> parts = killed.descendants().toList();
    killed.destroyForcibly().waitFor();
    assertTrue(
        parts.stream().filter(Processes::isRunning).count() >= 2,
        "the parts outlive it; else this test proves nothing");

    Process next = checkout.start(demo());
    simulatorLine(next);

    parts.forEach(part -> assertFalse(Processes.isRunning(part), "has been ended"));
    next.destroy();
    assertEquals(143, next.waitFor());
  }

  @Test
  void noticesThatTheServerHasEnded() throws Exception {
    Process launcher = checkout.start(demo());
    BufferedReader output = launcher.inputReader(StandardCharsets.UTF_8);
    output.lines().filter(line -> line.startsWith("simulator ")).findFirst().orElseThrow();

    server(launcher).destroyForcibly();

    String rest = String.join("\n", output.lines().toList());
    assertEquals(1, launcher.waitFor(), rest);
    assertTrue(rest.contains("EvenKeel ended"), rest);
    assertEquals(
        List.of("simulator ended"),
        Files.readAllLines(data.resolve("ends")),
        "the simulator has been asked to end");
  }

  private ProcessHandle server(Process launcher) {
    return launcher
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains("quarkus-run.jar"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void endsTheServerWhenTheSimulatorHasEndedAndHandsOnItsExitCode() throws Exception {
    Files.createFile(Files.createDirectories(data).resolve("finished"));

    Ended ended = checkout.run(demo());

    assertEquals(3, ended.code(), ended.said());
    assertEquals(List.of("app ended"), Files.readAllLines(data.resolve("ends")));
  }

  @Test
  void showsTheLogOfAServerThatDoesNotStart() throws Exception {
    Files.createFile(Files.createDirectories(data).resolve("broken"));

    Ended ended = checkout.run(demo());

    assertEquals(1, ended.code(), ended.said());
    assertTrue(ended.said().contains("the database is upside down"), ended.said());
    assertTrue(ended.said().contains(data.resolve("evenkeel.log").toString()), ended.said());
  }

  private static String simulatorLine(Process launcher) {
    BufferedReader output = launcher.inputReader(StandardCharsets.UTF_8);
    List<String> seen = new ArrayList<>();
    return output
        .lines()
        .peek(seen::add)
        .filter(line -> line.startsWith("simulator "))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no simulator in " + seen));
  }
}
