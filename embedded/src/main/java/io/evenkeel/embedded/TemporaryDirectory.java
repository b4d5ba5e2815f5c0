package io.evenkeel.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Directories of servers that keep nothing: all under one parent, so that those of killed processes
 * can be found and removed.
 */
final class TemporaryDirectory {

  private TemporaryDirectory() {}

  /** A new directory for a server of this kind. */
  static Path create(String kind) {
    try {
      return Files.createTempDirectory(Files.createDirectories(parent()), kind + "-");
    } catch (IOException e) {
      throw new StartFailure("Cannot create a directory in " + parent() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Removes the directories of this kind whose process is gone.
   *
   * @param before what has to be done to each first, e.g. to stop a server that outlived its parent
   */
  static void sweep(String kind, Consumer<Path> before) {
    for (Path directory : abandoned(kind)) {
      before.accept(directory);
      delete(directory);
    }
  }

  private static List<Path> abandoned(String kind) {
    if (!Files.isDirectory(parent())) {
      return List.of();
    }
    try (Stream<Path> directories = Files.list(parent())) {
      return directories
          .filter(each -> each.getFileName().toString().startsWith(kind + "-"))
          .filter(
              each -> Files.exists(each.resolve("owner")) && OwnedDirectory.owner(each).isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a directory with everything in it; what vanishes meanwhile is no error. */
  static void delete(Path directory) {
    try (Stream<Path> inside = Files.walk(directory)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (NoSuchFileException | UncheckedIOException vanished) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + directory, e);
    }
  }

  private static Path parent() {
    return Path.of(
        System.getProperty("java.io.tmpdir"), "evenkeel-" + System.getProperty("user.name"));
  }
}
