package io.evenkeel.simulator.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Processes and all that they started, read from /proc (Linux). What a child used before it ended
 * is counted at its parent.
 */
public final class ProcessTree {
  private static final Path PROC = Path.of("/proc");

  /** The kernel counts in hundredths of a second on every platform that Java runs on. */
  private static final long MILLIS_PER_TICK = 10;

  private static final int AFTER_NAME_PPID = 1;
  private static final int AFTER_NAME_UTIME = 11;
  private static final int TIMES = 4;

  private final List<Long> roots;

  /**
   * What the processes used and hold.
   *
   * @param memoryKiB resident memory; pages that several processes share count once between them
   */
  public record Usage(Duration cpu, long memoryKiB) {}

  public ProcessTree(List<Long> roots) {
    this.roots = List.copyOf(roots);
  }

  public boolean isEmpty() {
    return roots.isEmpty();
  }

  /** Now, over all processes that are there. A process that is gone counts nothing. */
  public Usage usage() {
    var stats = stats();
    var members = members(stats);
    long ticks = 0;
    long memory = 0;
    for (var pid : members) {
      var fields = stats.get(pid);
      if (fields != null) {
        for (int i = 0; i < TIMES; i++) {
          ticks += Long.parseLong(fields[AFTER_NAME_UTIME + i]);
        }
        memory += memory(pid);
      }
    }
    return new Usage(Duration.ofMillis(ticks * MILLIS_PER_TICK), memory);
  }

  private Set<Long> members(Map<Long, String[]> stats) {
    var members = new HashSet<>(roots);
    boolean grew = true;
    while (grew) {
      grew = false;
      for (var entry : stats.entrySet()) {
        long parent = Long.parseLong(entry.getValue()[AFTER_NAME_PPID]);
        grew |= members.contains(parent) && members.add(entry.getKey());
      }
    }
    return members;
  }

  /** Of every process, the fields of its stat file after the name, which may hold anything. */
  private static Map<Long, String[]> stats() {
    var stats = new HashMap<Long, String[]>();
    for (var pid : pids()) {
      var text = read(PROC.resolve(Long.toString(pid)).resolve("stat"));
      int end = text.lastIndexOf(')');
      if (end > 0) {
        stats.put(pid, text.substring(end + 2).split(" "));
      }
    }
    return stats;
  }

  private static List<Long> pids() {
    var pids = new ArrayList<Long>();
    try (var entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
      entries.forEach(entry -> pids.add(Long.parseLong(entry.getFileName().toString())));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read /proc; --pid needs Linux", unreadable);
    }
    return pids;
  }

  private static long memory(long pid) {
    long proportional = kib(pid, "smaps_rollup", "Pss:");
    return proportional > 0 ? proportional : kib(pid, "status", "VmRSS:");
  }

  private static long kib(long pid, String file, String key) {
    for (var line : read(PROC.resolve(Long.toString(pid)).resolve(file)).split("\n")) {
      if (line.startsWith(key)) {
        return Long.parseLong(line.substring(key.length()).replace("kB", "").strip());
      }
    }
    return 0;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      return "";
    }
  }

  /** The process that listens on a TCP port of this machine, or -1. */
  public static long listeningOn(int port) {
    var inodes = new HashSet<String>();
    for (var table : List.of("net/tcp", "net/tcp6")) {
      for (var line : read(PROC.resolve(table)).split("\n")) {
        var fields = line.strip().split("\\s+");
        if (fields.length > 9
            && "0A".equals(fields[3])
            && fields[1].endsWith(":%04X".formatted(port))) {
          inodes.add("socket:[" + fields[9] + "]");
        }
      }
    }
    return pids().stream().filter(pid -> holds(pid, inodes)).findFirst().orElse(-1L);
  }

  private static boolean holds(long pid, Set<String> inodes) {
    var folder = PROC.resolve(Long.toString(pid)).resolve("fd");
    try (var entries = Files.newDirectoryStream(folder)) {
      for (var entry : entries) {
        if (inodes.contains(Files.readSymbolicLink(entry).toString())) {
          return true;
        }
      }
    } catch (IOException notOurs) {
      return false;
    }
    return false;
  }
}
