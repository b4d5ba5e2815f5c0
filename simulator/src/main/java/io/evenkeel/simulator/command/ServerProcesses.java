package io.evenkeel.simulator.command;

import io.evenkeel.simulator.load.ProcessTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Option;

/** Which processes are the server's, to measure what they use. */
final class ServerProcesses {
  @Option(
      names = "--pid",
      paramLabel = "PID",
      arity = "1..*",
      description = "Processes of the server; their children count too.")
  List<Long> pids = new ArrayList<>();

  @Option(
      names = "--pid-of-port",
      paramLabel = "PORT",
      arity = "1..*",
      description = "The processes that listen on these ports of this machine.")
  List<Integer> ports = new ArrayList<>();

  @Option(
      names = "--pid-file",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Files with a process id in the first line, such as PostgreSQL's postmaster.pid.")
  List<Path> files = new ArrayList<>();

  ProcessTree tree() {
    var all = new LinkedHashSet<>(pids);
    for (int port : ports) {
      long pid = ProcessTree.listeningOn(port);
      if (pid < 0) {
        throw new IllegalArgumentException("--pid-of-port: nobody listens on port " + port);
      }
      all.add(pid);
    }
    files.forEach(file -> all.add(firstLine(file)));
    return new ProcessTree(List.copyOf(all));
  }

  private static long firstLine(Path file) {
    try (var lines = Files.lines(file)) {
      return Long.parseLong(lines.findFirst().orElse("").strip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("--pid-file: cannot read " + file, unreadable);
    } catch (NumberFormatException noNumber) {
      throw new IllegalArgumentException("--pid-file: no process id in " + file, noNumber);
    }
  }
}
