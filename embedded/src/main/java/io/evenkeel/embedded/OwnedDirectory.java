package io.evenkeel.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A directory that belongs to one process at a time, readable by its user alone.
 *
 * <p>A lock of the operating system decides, so a killed owner leaves nothing behind; a file beside
 * it names the owner, so that the second comer can be told whom to stop.
 */
public final class OwnedDirectory implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;

  private OwnedDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Claims the directory, creating it when missing.
   *
   * @throws StartFailure when another server holds it; the message names the process
   */
  public static OwnedDirectory claim(Path directory) {
    Path path = directory.toAbsolutePath().normalize();
    try {
      Files.createDirectories(path);
      restrictToOwner(path);
      // Closing any channel of a locked file drops the lock of the whole process: so never open it
      // a second time here.
      Optional<ProcessHandle> owner = owner(path);
      if (owner.isPresent() && owner.get().pid() == ProcessHandle.current().pid()) {
        throw inUse(path);
      }
      return locked(path);
    } catch (IOException e) {
      throw new StartFailure("Cannot use " + path + ": " + e.getMessage(), e);
    }
  }

  private static OwnedDirectory locked(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw inUse(path);
    }
    Processes.record(path.resolve("owner"), ProcessHandle.current());
    return new OwnedDirectory(path, channel);
  }

  private static StartFailure inUse(Path path) {
    String holder =
        owner(path)
            .map(
                process ->
                    "process "
                        + process.pid()
                        + process.info().command().map(name -> " (" + name + ")").orElse(""))
            .orElse("another process");
    return new StartFailure(
        path + " is in use by " + holder + ". Stop it first, or choose another directory.");
  }

  /** The living process that claimed the directory last, if there is one. */
  static Optional<ProcessHandle> owner(Path directory) {
    return Processes.recorded(directory.resolve("owner"));
  }

  private static void restrictToOwner(Path path) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
  }

  public Path path() {
    return path;
  }

  /** Lets go of it, and deletes it first if so wanted; that it could not is logged. */
  void release(boolean delete) {
    try {
      if (delete) {
        TemporaryDirectory.delete(path);
      }
      close();
    } catch (IOException e) {
      System.getLogger(OwnedDirectory.class.getName())
          .log(System.Logger.Level.WARNING, "Cannot release {0}: {1}", path, e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      Files.deleteIfExists(path.resolve("owner"));
      channel.close();
    }
  }
}
