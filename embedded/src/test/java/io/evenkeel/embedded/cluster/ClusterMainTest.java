package io.evenkeel.embedded.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.FreePort;
import io.evenkeel.embedded.Processes;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process, ended in the ways in which people and machines end it. */
class ClusterMainTest {

  private static final int SIGTERM = 128 + 15;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path directory;

  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void build() throws IOException {
    BuiltProject.in(directory.resolve("project"));
  }

  @AfterEach
  void leaveNothing() {
    started.forEach(Process::destroy);
    started.forEach(process -> assertTrue(Processes.hasEnded(process.toHandle(), PATIENCE)));
  }

  @Test
  void showsWhatRunsWhereAndStopsItAllWhenAsked() throws Exception {
    Process program = cluster();
    List<String> table = untilReady(program);
    List<ProcessHandle> parts = program.toHandle().descendants().toList();

    program.destroy();

    assertEquals(SIGTERM, program.waitFor(), "the exit code of a program that was asked to end");
    for (String name :
        List.of(
            "postgres",
            "kafka",
            "gateway-0",
            "gateway-1",
            "auth",
            "transaction",
            "smartcharging",
            "api")) {
      assertEquals(
          1,
          table.stream().filter(line -> line.strip().startsWith(name + " ")).count(),
          name + " has one line in\n" + table);
    }
    assertTrue(parts.size() >= 6, "broker and five services are its children");
    parts.forEach(
        part -> assertFalse(Processes.isRunning(part), part.info().commandLine() + " has ended"));
  }

  @Test
  void endsFirstWhatAKilledClusterLeftRunning() throws Exception {
    Process killed = cluster();
    untilReady(killed);
    List<ProcessHandle> orphans = killed.toHandle().descendants().toList();
    killed.destroyForcibly().waitFor();
    assertTrue(
        orphans.stream().allMatch(Processes::isRunning),
        "the parts outlive it; else this test proves nothing");

    untilReady(cluster());

    orphans.forEach(
        orphan ->
            assertFalse(
                Processes.isRunning(orphan), orphan.info().commandLine() + " has been ended"));
  }

  @Test
  void refusesAnOptionThatItDoesNotKnow() throws Exception {
    Process program = program(Stream.of("--speed", "9"));

    assertEquals(2, program.waitFor());
  }

  private Process cluster() throws IOException {
    return program(
        Stream.of(
            "--root", directory.resolve("project").toString(),
            "--data", directory.resolve("data").toString(),
            "--port", Integer.toString(FreePort.pick()),
            "--base-port", Integer.toString(firstOfFree(5)),
            "--ocpp-port", Integer.toString(firstOfFree(2))));
  }

  private Process program(Stream<String> arguments) throws IOException {
    Stream<String> java =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    Process process =
        new ProcessBuilder(Stream.concat(java, arguments).toList())
            .redirectErrorStream(true)
            .start();
    started.add(process);
    return process;
  }

  private static int firstOfFree(int count) {
    return Stream.generate(FreePort::pick)
        .filter(first -> IntStream.range(first, first + count).allMatch(FreePort::isFree))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> untilReady(Process program) {
    BufferedReader output = program.inputReader(StandardCharsets.UTF_8);
    List<String> seen = new ArrayList<>();
    output
        .lines()
        .peek(seen::add)
        .filter(line -> line.contains("Ctrl-C"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not ready: " + seen));
    return seen;
  }
}
