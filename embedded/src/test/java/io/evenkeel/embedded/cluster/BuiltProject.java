package io.evenkeel.embedded.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory that looks like the built project: the real broker, and a {@link StandIn} for each
 * service.
 */
final class BuiltProject {

  private static final Path CLASSES = Path.of("target/classes").toAbsolutePath();
  private static final Path TEST_CLASSES = Path.of("target/test-classes").toAbsolutePath();

  private BuiltProject() {}

  static void in(Path root) throws IOException {
    Path embedded = Files.createDirectories(root.resolve("embedded/target"));
    pack(CLASSES, embedded.resolve("embedded.jar"), null);
    Files.createSymbolicLink(embedded.resolve("lib"), Path.of("target/lib").toAbsolutePath());
    for (String module :
        List.of(
            "gateway-service", "auth-service", "transaction-service", "smartcharging-service")) {
      Path application =
          Files.createDirectories(root.resolve(module).resolve("target/quarkus-app"));
      pack(TEST_CLASSES, application.resolve("quarkus-run.jar"), StandIn.class);
    }
  }

  private static void pack(Path classes, Path jar, @Nullable Class<?> main) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (main != null) {
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(file, manifest);
        Stream<Path> all = Files.walk(classes)) {
      all.filter(Files::isRegularFile).forEach(each -> add(packed, classes, each));
    }
  }

  private static void add(JarOutputStream packed, Path classes, Path file) {
    try {
      packed.putNextEntry(new JarEntry(classes.relativize(file).toString()));
      Files.copy(file, packed);
      packed.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
