package io.evenkeel.embedded.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertEquals(2, parts.size());
    parts.forEach(part -> assertFalse(Processes.isRunning(part), "nothing is left behind"));
    assertTrue(
        Files.readString(data.resolve("evenkeel.log")).contains("OCPP on 127.0.0.1:" + ocppPort));
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
