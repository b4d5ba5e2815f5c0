package io.evenkeel.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL server that comes as a Maven artifact, unpacked once per version into the user's
 * cache directory.
 *
 * <p>It is unpacked beside its place and then renamed, so that what is there is whole, however many
 * processes begin at once.
 */
final class PostgresBinaries {

  private PostgresBinaries() {}

  /** The directory that holds {@code bin/postgres}. */
  static Path unpacked() {
    Path home = Platform.cache().resolve("postgresql-" + version() + "-" + Platform.name());
    if (Files.isExecutable(home.resolve("bin/postgres"))) {
      return home;
    }
    try {
      Files.createDirectories(home.getParent());
      Path beside = Files.createTempDirectory(home.getParent(), "unpacking-");
      try {
        unpackInto(beside);
        moveTo(home, beside);
      } finally {
        TemporaryDirectory.delete(beside);
      }
      return home;
    } catch (IOException e) {
      throw new StartFailure(
          "Cannot unpack PostgreSQL into "
              + home
              + ": "
              + e.getMessage()
              + ". EVENKEEL_CACHE chooses another directory.",
          e);
    }
  }

  private static void moveTo(Path home, Path beside) throws IOException {
    try {
      Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException
        | DirectoryNotEmptyException
        | AtomicMoveNotSupportedException e) {
      if (!Files.isExecutable(home.resolve("bin/postgres"))) {
        throw e;
      }
      // another process was quicker, with the same files
    }
  }

  private static void unpackInto(Path target) throws IOException {
    String name = "/postgres-" + Platform.name() + ".txz";
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(name)) {
      if (packed == null) {
        throw new StartFailure(
            "There is no embedded PostgreSQL for "
                + Platform.name()
                + ". Start one yourself and name it with evenkeel.database.host, .port, .user and .password.");
      }
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          unpack(tar, entry, target);
        }
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path file = target.resolve(entry.getName()).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("entry outside of its archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.copy(target.resolve(entry.getLinkName()).normalize(), file);
    } else {
      Files.copy(tar, file);
      if ((entry.getMode() & 0100) != 0) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  private static String version() {
    try (InputStream written = PostgresBinaries.class.getResourceAsStream("postgres.properties")) {
      Properties properties = new Properties();
      properties.load(written);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new StartFailure("postgres.properties is not readable: " + e.getMessage(), e);
    }
  }
}
