package io.evenkeel.embedded.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The launcher in a project of its own, with a Maven that only notes that it was called and puts
 * stand-ins in place.
 */
final class Checkout {

  private static final Path CLASSES = Path.of("target/test-classes").toAbsolutePath();

  final Path root;
  final Map<String, String> environment = new HashMap<>();

  Checkout(Path root) throws IOException {
    this.root = root;
    Files.writeString(root.resolve("evenkeel"), Files.readString(Path.of("../evenkeel")));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.writeString(
        Files.createDirectories(root.resolve("standalone/src/main/java")).resolve("A.java"),
        "class A {}");
    Path products = Files.createDirectories(root.resolve("products"));
    pack(products.resolve("app.jar"), AppStandIn.class);
    pack(products.resolve("simulator.jar"), SimulatorStandIn.class);
    maven("3.9.9", "0");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
  }

  void maven(String version, String exitCode) throws IOException {
    Path mvn = Files.createDirectories(root.resolve("bin")).resolve("mvn");
    Files.writeString(
        mvn,
        """
        #!/usr/bin/env bash
        case "$MAVEN_OPTS " in *" -o "*) echo "Unrecognized option: -o" >&2; exit 1 ;; esac
        case "$*" in *-v) echo "Apache Maven VERSION (abc)"; exit 0 ;; esac
        echo "$JAVA_HOME $*" >> ROOT/calls
        echo "[ERROR] what Maven says"
        mkdir -p ROOT/standalone/target/quarkus-app ROOT/simulator/target ROOT/embedded/target
        cp ROOT/products/app.jar ROOT/standalone/target/quarkus-app/quarkus-run.jar
        cp ROOT/products/simulator.jar ROOT/simulator/target/simulator.jar
        touch ROOT/embedded/target/embedded.jar
        exit CODE
        """
            .replace("VERSION", version)
            .replace("CODE", exitCode)
            .replace("ROOT", root.toString()));
    Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** How often Maven has built. */
  long builds() throws IOException {
    return Files.exists(root.resolve("calls"))
        ? Files.readAllLines(root.resolve("calls")).size()
        : 0;
  }

  /** What it said, both streams, and its exit code. */
  record Ended(int code, String said) {}

  Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", root.resolve("evenkeel").toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("EVENKEEL_") || name.startsWith("MAVEN_"));
    builder.environment().putAll(environment);
    return builder.directory(Path.of("/").toFile()).start();
  }

  Ended run(String... arguments) throws Exception {
    Process process = start(arguments);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  private static void pack(Path jar, Class<?> main) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(file, manifest);
        Stream<Path> all = Files.walk(CLASSES.resolve("io/evenkeel/embedded/launcher"))) {
      all.filter(Files::isRegularFile).forEach(each -> add(packed, each));
    }
  }

  private static void add(JarOutputStream packed, Path file) {
    try {
      packed.putNextEntry(new JarEntry(CLASSES.relativize(file).toString()));
      Files.copy(file, packed);
      packed.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
