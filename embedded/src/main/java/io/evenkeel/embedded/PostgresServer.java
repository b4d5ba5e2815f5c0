package io.evenkeel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One run of the server in a directory that we own: {@code data} is PostgreSQL's, {@code password}
 * and {@code postgres.log} lie beside it.
 */
final class PostgresServer {

  static final String USER = "postgres";

  private static final System.Logger LOG = System.getLogger(PostgresServer.class.getName());
  private static final long LONGEST_LOG = 1 << 20;
  private static final Duration BACKENDS_LINGER = Duration.ofSeconds(20);
  private static final Duration LAST_BREATH = Duration.ofSeconds(10);
  private static final int PORTS_TRIED = 5;

  private final Path data;
  private final int port;
  private final String password;
  private final PostgresCommands commands;
  private final ProcessHandle process;

  private PostgresServer(Path data, int port, String password, PostgresCommands commands) {
    this.data = data;
    this.port = port;
    this.password = password;
    this.commands = commands;
    this.process =
        running(data)
            .orElseThrow(() -> new StartFailure("PostgreSQL ended right after its start."));
  }

  /** Starts the server in this directory, first ending one that outlived its parent there. */
  static PostgresServer start(Path directory, int port, boolean temporary) {
    try {
      Path data = directory.resolve("data");
      PostgresCommands commands = commands(directory);
      running(data).ifPresent(orphan -> stop(data, commands, orphan));
      // Of a killed server. Its number may belong to a stranger or a zombie now, which PostgreSQL
      // would
      // take for a server; that no process of the old one is left, it sees from the shared memory.
      Files.deleteIfExists(data.resolve("postmaster.pid"));
      FirstStart firstStart = new FirstStart(directory);
      boolean isFirst = firstStart.isNeeded(data);
      if (isFirst) {
        firstStart.begin(data);
        PostgresSetup.initialise(directory, commands, temporary);
      }
      PostgresServer server = launch(directory, port, commands);
      if (isFirst) {
        server.createDatabase();
        firstStart.end();
      }
      return server;
    } catch (IOException e) {
      throw new StartFailure("Cannot start PostgreSQL in " + directory + ": " + e.getMessage(), e);
    }
  }

  private static PostgresCommands commands(Path directory) throws IOException {
    Path log = directory.resolve("postgres.log");
    if (Files.exists(log) && Files.size(log) > LONGEST_LOG) {
      Files.delete(log);
    }
    return new PostgresCommands(PostgresBinaries.unpacked(), log, Platform.isRoot(directory));
  }

  private static PostgresServer launch(Path directory, int wanted, PostgresCommands commands)
      throws IOException {
    Path data = directory.resolve("data");
    Instant patience = Instant.now().plus(BACKENDS_LINGER);
    int portsTried = 0;
    while (true) {
      int port = wanted == 0 ? FreePort.pick() : wanted;
      long mark = commands.mark();
      if (commands.run("pg_ctl", startArguments(directory, port)) == 0) {
        return new PostgresServer(
            data, port, Files.readString(directory.resolve("password")), commands);
      }
      String said = commands.since(mark);
      boolean portTaken = said.contains("Address already in use");
      // after kill -9 of the first process the others need a moment to notice
      boolean othersLinger =
          said.contains("shared memory block") && Instant.now().isBefore(patience);
      if ((portTaken && wanted == 0 && ++portsTried < PORTS_TRIED) || othersLinger) {
        continue;
      }
      throw new StartFailure(
          portTaken
              ? "PostgreSQL cannot listen on port "
                  + port
                  + " of 127.0.0.1: it is taken. Choose another one."
              : "PostgreSQL does not start in " + directory + ":\n" + said);
    }
  }

  /**
   * {@code pg_ctl} and not {@code postgres} itself: it gives the server a session of its own, which
   * Ctrl-C does not reach.
   */
  private static List<String> startArguments(Path directory, int port) {
    return List.of(
        "start",
        "-D",
        directory.resolve("data").toString(),
        "-l",
        directory.resolve("postgres.log").toString(),
        "-o",
        String.join(" ", PostgresSettings.options(port)),
        "-w",
        "-t",
        "120");
  }

  private void createDatabase() {
    try {
      PostgresSetup.createDatabase(port, password);
    } catch (StartFailure e) {
      stop();
      throw e;
    }
  }

  int port() {
    return port;
  }

  String password() {
    return password;
  }

  ProcessHandle process() {
    return process;
  }

  void kill() {
    process.destroyForcibly();
    Processes.hasEnded(process, LAST_BREATH);
  }

  void stop() {
    if (Processes.isRunning(process)) {
      stop(data, commands, process);
    }
  }

  /** Ends the server of an abandoned directory, if it still runs. */
  static void stopOrphan(Path directory) {
    Path data = directory.resolve("data");
    running(data)
        .ifPresent(
            orphan -> {
              try {
                stop(data, commands(directory), orphan);
              } catch (IOException | StartFailure e) {
                LOG.log(
                    System.Logger.Level.WARNING,
                    "Cannot stop the PostgreSQL left in {0}: {1}",
                    directory,
                    e.getMessage());
              }
            });
  }

  private static void stop(Path data, PostgresCommands commands, ProcessHandle server) {
    for (String mode : List.of("fast", "immediate")) {
      int code =
          commands.run(
              "pg_ctl", List.of("stop", "-D", data.toString(), "-m", mode, "-w", "-t", "30"));
      // the program is content when the lock file is gone; the process itself goes a moment later
      if (code == 0 && Processes.hasEnded(server, LAST_BREATH)) {
        return;
      }
    }
    server.destroyForcibly();
    Processes.hasEnded(server, LAST_BREATH);
  }

  /**
   * The living server of this data directory. A number in {@code postmaster.pid} alone proves
   * nothing: numbers are used again.
   */
  private static Optional<ProcessHandle> running(Path data) {
    try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
      return lines
          .findFirst()
          .map(first -> Long.parseLong(first.strip()))
          .flatMap(ProcessHandle::of)
          .filter(process -> Processes.isRunning(process) && serves(process, data));
    } catch (IOException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static boolean serves(ProcessHandle process, Path data) {
    boolean postgres =
        process.info().command().filter(command -> command.endsWith("/postgres")).isPresent();
    boolean here =
        process.info().arguments().map(all -> List.of(all).contains(data.toString())).orElse(true);
    return postgres && here;
  }
}
