package io.evenkeel.embedded.cluster;

import io.evenkeel.embedded.Processes;
import io.evenkeel.embedded.StartFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A Java program in a process of its own, with a log file, and a note of its process id for the
 * case that we are killed.
 */
public final class JvmProcess implements ClusterProcess {

  private static final Duration ORDERLY_END = Duration.ofSeconds(40);
  private static final long GLANCE_MILLIS = 100;
  private static final int LINES_QUOTED = 25;

  private final Launch launch;
  private final Consumer<ClusterProcess> died;
  private @Nullable Process process;
  private boolean serving;

  /**
   * How to start the program.
   *
   * @param name of the process
   * @param address where it will listen, for people
   * @param java options of the JVM, then {@code -jar} or a class, then arguments
   * @param environment set in addition to ours
   * @param log gets all output, anew with each cluster, longer with each life
   * @param note where the process id is written down
   * @param ready whether this life of the program serves
   */
  record Launch(
      String name,
      String address,
      List<String> java,
      Map<String, String> environment,
      Path log,
      Path note,
      Predicate<ProcessHandle> ready) {}

  JvmProcess(Launch launch, Consumer<ClusterProcess> died) {
    this.launch = launch;
    this.died = died;
  }

  @Override
  public String name() {
    return launch.name();
  }

  @Override
  public String address() {
    return launch.address();
  }

  @Override
  public Path log() {
    return launch.log();
  }

  @Override
  public synchronized long pid() {
    return process == null ? 0 : process.pid();
  }

  @Override
  public synchronized boolean isRunning() {
    return process != null && process.isAlive();
  }

  @Override
  public synchronized void start() {
    if (isRunning()) {
      return;
    }
    try {
      Files.createDirectories(launch.log().getParent());
      Process started = builder().start();
      process = started;
      serving = false;
      Processes.record(launch.note(), started.toHandle());
      var _ = started.onExit().thenRun(() -> ended(started));
    } catch (IOException e) {
      throw new StartFailure("Cannot start " + name() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Ctrl-C in the terminal goes to all its processes at once; ours ignore it, so that we can end
   * them in order.
   */
  private ProcessBuilder builder() {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(launch.java());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(launch.environment());
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
    return builder;
  }

  private void ended(Process life) {
    boolean unexpected;
    synchronized (this) {
      unexpected = serving && life == process;
    }
    if (unexpected) {
      died.accept(this);
    }
  }

  /** Exit code of the last life; empty text while there is none. */
  synchronized String exitCode() {
    return process == null || process.isAlive() ? "" : Integer.toString(process.exitValue());
  }

  @Override
  public void awaitReady(Duration patience) {
    Instant deadline = Instant.now().plus(patience);
    while (true) {
      Process life = current();
      if (!life.isAlive()) {
        throw new StartFailure(
            name()
                + " ended with exit code "
                + life.exitValue()
                + " before it was ready."
                + quote());
      }
      if (launch.ready().test(life.toHandle())) {
        serves();
        return;
      }
      if (Instant.now().isAfter(deadline)) {
        throw new StartFailure(
            name() + " is not ready after " + patience.toSeconds() + " s." + quote());
      }
      pause();
    }
  }

  /** From here on its end is an accident, and not a start that failed. */
  private synchronized void serves() {
    serving = true;
  }

  private synchronized Process current() {
    if (process == null) {
      throw new IllegalStateException(name() + " has not been started");
    }
    return process;
  }

  private static void pause() {
    try {
      Thread.sleep(GLANCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("Interrupted while waiting for a process to become ready", e);
    }
  }

  private String quote() {
    try {
      List<String> lines = Files.readString(log(), StandardCharsets.UTF_8).lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - LINES_QUOTED), lines.size());
      return " The end of " + log() + ":\n" + String.join("\n", last);
    } catch (IOException e) {
      return " Its log " + log() + " is not readable: " + e.getMessage();
    }
  }

  @Override
  public void kill() {
    end(Duration.ZERO);
  }

  @Override
  public void stop() {
    end(ORDERLY_END);
  }

  private void end(Duration orderly) {
    Process life;
    synchronized (this) {
      serving = false;
      if (process == null) {
        return;
      }
      life = process;
    }
    try {
      if (orderly.isPositive()) {
        life.destroy();
      }
      if (!life.waitFor(orderly.toMillis(), TimeUnit.MILLISECONDS)) {
        life.destroyForcibly().waitFor();
      }
      Files.deleteIfExists(launch.note());
    } catch (InterruptedException e) {
      life.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      System.getLogger(JvmProcess.class.getName())
          .log(
              System.Logger.Level.WARNING, "Cannot remove {0}: {1}", launch.note(), e.getMessage());
    }
  }
}
