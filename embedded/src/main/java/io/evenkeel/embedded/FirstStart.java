package io.evenkeel.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Tells data from the remains of a first start that was cut short, which no server would accept. A
 * note is there while the first start is under way; only data beside that note are ever removed, as
 * nobody has been told that they hold anything.
 */
final class FirstStart {

  private final Path directory;
  private final Path note;

  FirstStart(Path directory) {
    this.directory = directory;
    this.note = directory.resolve("first-start-under-way");
  }

  boolean isNeeded(Path data) {
    return Files.exists(note) || !Files.exists(data);
  }

  /** Removes the remains, if any. */
  void begin(Path data) throws IOException {
    if (!Files.exists(note)) {
      Files.createFile(note);
    }
    force();
    TemporaryDirectory.delete(data);
  }

  /** From here on the data are kept, also when the power fails. */
  void end() throws IOException {
    Files.delete(note);
    force();
  }

  private void force() throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
