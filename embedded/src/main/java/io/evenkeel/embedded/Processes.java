package io.evenkeel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks after processes that are not our children, also those of an earlier life of this program.
 */
public final class Processes {

  private static final long FIRST_GLANCE_MILLIS = 5;
  private static final long LAST_GLANCE_MILLIS = 200;

  private Processes() {}

  /**
   * Whether the process still runs. One that has ended but that nobody has fetched does not: in a
   * container whose first process adopts orphans without caring for them it would stay in the table
   * for ever.
   */
  public static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && !isDefunct(process.pid());
  }

  /** Waits until the process has ended; false when it still runs after this time. */
  public static boolean hasEnded(ProcessHandle process, Duration patience) {
    Instant deadline = Instant.now().plus(patience);
    boolean interrupted = false;
    long pause = FIRST_GLANCE_MILLIS;
    while (isRunning(process) && Instant.now().isBefore(deadline)) {
      try {
        Thread.sleep(pause);
        pause = Math.min(2 * pause, LAST_GLANCE_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true; // a server half stopped would be worse than a late answer
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !isRunning(process);
  }

  /** Completes when the process has ended; looks a few times per second. */
  public static CompletableFuture<Void> onExit(ProcessHandle process) {
    CompletableFuture<Void> exit = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("watch-" + process.pid())
        .start(
            () -> {
              while (!hasEnded(process, Duration.ofDays(1))) {
                // for as long as it runs
              }
              exit.complete(null);
            });
    return exit;
  }

  /**
   * Writes down which process it is, so that a later life of this program can {@link #recorded
   * find} it.
   */
  public static void record(Path file, ProcessHandle process) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, identity(process));
  }

  /** The process that was {@link #record written down} in this file, if it still runs. */
  public static Optional<ProcessHandle> recorded(Path file) {
    try {
      String written = Files.readString(file);
      return ProcessHandle.of(Long.parseLong(written.lines().findFirst().orElse("-1")))
          .filter(process -> isRunning(process) && identity(process).equals(written));
    } catch (IOException | NumberFormatException unknown) {
      return Optional.empty();
    }
  }

  /**
   * Process ids are used again, above all in containers; together with the time of the start they
   * are not.
   */
  private static String identity(ProcessHandle process) {
    return process.pid()
        + "\n"
        + process.info().startInstant().map(Object::toString).orElse("")
        + "\n";
  }

  private static boolean isDefunct(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.startsWith(") Z", stat.lastIndexOf(')'));
    } catch (IOException noProcfs) {
      return false;
    }
  }
}
