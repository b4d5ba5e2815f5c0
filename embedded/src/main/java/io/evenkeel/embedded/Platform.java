package io.evenkeel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the servers need to know about the machine. */
final class Platform {

  private Platform() {}

  static boolean isMac() {
    return os().startsWith("mac");
  }

  /**
   * As in the names of the packed PostgreSQL servers: {@code linux-x86_64}, {@code darwin-arm_64}.
   */
  static String name() {
    String system =
        isMac() ? "darwin" : os().startsWith("linux") ? "linux" : os().replace(' ', '_');
    String machine =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          case String other -> other;
        };
    return system + "-" + machine;
  }

  private static String os() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT);
  }

  /** Whether this process runs as root, judged by a file that it has just created. */
  static boolean isRoot(Path createdByUs) throws IOException {
    return createdByUs.getFileSystem().supportedFileAttributeViews().contains("unix")
        && Files.getAttribute(createdByUs, "unix:uid") instanceof Integer uid
        && uid == 0;
  }

  /** The user's directory for files that can be made again; EVENKEEL_CACHE moves it. */
  static Path cache() {
    String chosen = System.getenv("EVENKEEL_CACHE");
    if (chosen != null && !chosen.isBlank()) {
      return Path.of(chosen);
    }
    String home = System.getProperty("user.home");
    if (isMac()) {
      return Path.of(home, "Library", "Caches", "evenkeel");
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    return (xdg != null && !xdg.isBlank() ? Path.of(xdg) : Path.of(home, ".cache"))
        .resolve("evenkeel");
  }
}
