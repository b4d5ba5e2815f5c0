package io.evenkeel.journeys;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The all-in-one, as {@code ./evenkeel} starts it, on a data directory of its own. */
final class OneProcess implements Network {

  private static final String PASSWORD = "journeys-only";

  private final Path directory;
  private final int port = Ports.free();
  private final int ocppPort = Ports.free();
  private Process process;

  private OneProcess(Path directory) {
    this.directory = directory;
    this.process = launch();
  }

  static OneProcess start() {
    try {
      OneProcess network = new OneProcess(Files.createTempDirectory("evenkeel-journeys"));
      network.awaitReady();
      return network;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                java.toString(),
                "-XX:+UseCompactObjectHeaders",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.port=" + port,
                "-Devenkeel.gateway.port=" + ocppPort,
                "-Devenkeel.data=" + directory,
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath().toString()));
    builder.environment().put("EVENKEEL_ADMIN_PASSWORD", PASSWORD);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log() {
    return Path.of("target", "journeys-one-process.log");
  }

  private void awaitReady() {
    Ready.await(api() + "/q/health/ready", process, log());
  }

  @Override
  public String api() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public String ocpp(int node) {
    return "ws://127.0.0.1:" + ocppPort + "/ocpp";
  }

  @Override
  public String password() {
    return PASSWORD;
  }

  @Override
  public void kill(Part part) {
    ProcessHandle victim = part == Part.DATABASE ? database() : process.toHandle();
    victim.destroyForcibly();
    victim.onExit().join();
  }

  /** PostgreSQL is started again by the all-in-one itself. */
  @Override
  public void restart(Part part) {
    if (part != Part.DATABASE) {
      process = launch();
    }
    awaitReady();
  }

  /** The server is no child of the all-in-one: its data directory says which process it is. */
  private ProcessHandle database() {
    try (Stream<Path> files = Files.walk(directory.resolve("postgres"), 2)) {
      Path note = files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
      long pid = Long.parseLong(Files.readAllLines(note).getFirst().strip());
      return ProcessHandle.of(pid).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the all-in-one did not stop within 30 s of SIGTERM");
      }
      if (process.exitValue() != 143 && process.exitValue() != 0) {
        throw new IllegalStateException("exit code " + process.exitValue() + " after SIGTERM");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
