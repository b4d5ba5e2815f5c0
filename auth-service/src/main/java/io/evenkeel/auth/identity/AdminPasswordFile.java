package io.evenkeel.auth.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** {@code <evenkeel.data>/admin-password}: the generated password, for its owner's eyes only. */
@ApplicationScoped
public class AdminPasswordFile {

  private static final Logger LOG = Logger.getLogger(AdminPasswordFile.class);

  private final Path file;

  AdminPasswordFile(
      @ConfigProperty(name = "evenkeel.data", defaultValue = "./data") Path dataDirectory) {
    file = dataDirectory.resolve("admin-password").toAbsolutePath().normalize();
  }

  public Path path() {
    return file;
  }

  /**
   * @throws UncheckedIOException when it cannot be written
   */
  public void write(String password) {
    try {
      Files.createDirectories(file.getParent());
      Path draft =
          Files.createTempFile(
              file.getParent(),
              "admin-password",
              ".draft",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, password + "\n", StandardCharsets.US_ASCII);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException cause) {
      throw new UncheckedIOException("Cannot write " + file, cause);
    }
  }

  /** To be called when the password is no longer the one in the file. */
  public void discard() {
    try {
      if (Files.deleteIfExists(file)) {
        LOG.infof("Removed %s: the administrator has a new password", file);
      }
    } catch (IOException cause) {
      LOG.warnf("Cannot remove %s, which holds an old password: %s", file, cause);
    }
  }
}
