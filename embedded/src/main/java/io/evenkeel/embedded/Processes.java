package io.evenkeel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Asks after processes that are not our children. */
public final class Processes {

  private static final long GLANCE_MILLIS = 10;

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
    while (isRunning(process) && Instant.now().isBefore(deadline)) {
      try {
        Thread.sleep(GLANCE_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true; // a server half stopped would be worse than a late answer
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !isRunning(process);
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
