package io.evenkeel.embedded.cluster;

import io.evenkeel.embedded.Processes;
import io.evenkeel.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an earlier cluster left in this data directory. To be asked only by the directory's owner.
 */
final class Leftovers {

  private static final Duration ORDERLY_END = Duration.ofSeconds(20);

  private final Path data;

  Leftovers(Path data) {
    this.data = data;
  }

  /** Where a process of the cluster is written down while it runs. */
  static Path note(Path data, String process) {
    return data.resolve("run").resolve(process);
  }

  static Path logs(Path data) {
    return data.resolve("logs");
  }

  /** Ends the JVMs of a cluster that was killed. */
  void endProcesses() {
    List<ProcessHandle> running =
        files(data.resolve("run")).stream()
            .map(Processes::recorded)
            .flatMap(Optional::stream)
            .toList();
    running.forEach(ProcessHandle::destroy);
    for (ProcessHandle process : running) {
      if (!Processes.hasEnded(process, ORDERLY_END)) {
        process.destroyForcibly();
        Processes.hasEnded(process, ORDERLY_END);
      }
    }
  }

  void removeLogs() {
    for (Path log : files(logs(data))) {
      try {
        Files.delete(log);
      } catch (IOException e) {
        throw new StartFailure("Cannot remove " + log + ": " + e.getMessage(), e);
      }
    }
  }

  private static List<Path> files(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    } catch (IOException e) {
      throw new StartFailure("Cannot read " + directory + ": " + e.getMessage(), e);
    }
  }
}
