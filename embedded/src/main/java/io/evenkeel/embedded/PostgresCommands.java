package io.evenkeel.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs PostgreSQL's own programs on one data directory; everything they say goes to one log file.
 *
 * <p>PostgreSQL refuses to run as root. There the programs run in a user namespace of their own, in
 * which they are nobody, while their files stay root's.
 */
final class PostgresCommands {

  private final Path programs;
  private final Path log;
  private final List<String> prefix;

  PostgresCommands(Path home, Path log, boolean asRoot) {
    this.programs = home.resolve("bin");
    this.log = log;
    this.prefix = asRoot ? namespace() : List.of();
  }

  private static List<String> namespace() {
    List<String> prefix = List.of("unshare", "-U");
    List<String> trial = new ArrayList<>(prefix);
    trial.add("true");
    try {
      if (finished(
              new ProcessBuilder(trial)
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD))
          == 0) {
        return prefix;
      }
    } catch (IOException noSuchProgram) {
      throw forbidden(noSuchProgram.toString());
    }
    throw forbidden("`unshare -U` is not permitted");
  }

  private static StartFailure forbidden(String why) {
    return new StartFailure(
        "PostgreSQL refuses to run as root, and this system has no user namespaces to hide root in ("
            + why
            + "). Run EvenKeel as an ordinary user, or name a PostgreSQL of your own with evenkeel.database.host, .port, .user and .password.");
  }

  /** Exit code of the program, once it has ended. */
  int run(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(programs.resolve(program).toString());
    command.addAll(arguments);
    ProcessBuilder process = new ProcessBuilder(command);
    process
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Map<String, String> environment = process.environment();
    environment.keySet().removeIf(name -> name.startsWith("PG"));
    environment.put("LC_ALL", "C");
    try {
      return finished(process);
    } catch (IOException e) {
      throw new StartFailure(
          "Cannot run "
              + programs.resolve(program)
              + ": "
              + e.getMessage()
              + ". EVENKEEL_CACHE chooses another directory for the programs.",
          e);
    }
  }

  private static int finished(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor();
        } catch (InterruptedException e) {
          interrupted =
              true; // a server half started or half stopped would be worse than a late answer
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Bytes in the log so far, as a mark for {@link #since}. */
  long mark() {
    try {
      return Files.exists(log) ? Files.size(log) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** What has been logged since the mark. */
  String since(long mark) {
    try {
      byte[] all = Files.readAllBytes(log);
      int from = (int) Math.min(mark, all.length);
      return new String(all, from, all.length - from, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "(" + log + " is not readable: " + e.getMessage() + ")";
    }
  }
}
