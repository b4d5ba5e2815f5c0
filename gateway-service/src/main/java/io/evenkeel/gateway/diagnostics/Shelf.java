package io.evenkeel.gateway.diagnostics;

import io.evenkeel.gateway.GatewayConfig;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The directory of received files. Their names are of our own making and each is used once, so
 * nothing is overwritten and nothing outside is reached. Counts what it holds.
 */
@Singleton
public class Shelf {

  private static final Pattern NAME = Pattern.compile("[0-9]{1,2}-[0-9a-f-]{36}");

  private final Path directory;
  private final long most;
  private final AtomicLong used = new AtomicLong();
  private final Vertx vertx;

  @Inject
  public Shelf(GatewayConfig config, Vertx vertx) {
    this.directory = Path.of(config.files(), "diagnostics").toAbsolutePath().normalize();
    this.most = config.diagnosticsTotalSize();
    this.vertx = vertx;
  }

  /** A new file. */
  Future<AsyncFile> create(String name) {
    var path = path(name).toString();
    var options = new OpenOptions().setWrite(true).setCreateNew(true).setPerms("rw-------");
    return vertx
        .fileSystem()
        .mkdirs(directory.toString(), "rwx------")
        .compose(_ -> vertx.fileSystem().open(path, options));
  }

  /** Room for so many more bytes; false when there is none. */
  boolean reserve(long bytes) {
    if (used.addAndGet(bytes) <= most) {
      return true;
    }
    used.addAndGet(-bytes);
    return false;
  }

  /** The file, empty when this node does not have it. */
  public Uni<Optional<Path>> find(String name) {
    return blocking(() -> Optional.of(path(name)).filter(Files::isRegularFile));
  }

  /** Completes when it is gone, also when it was before. */
  public Uni<Void> delete(String name) {
    return blocking(
            () -> {
              try {
                long bytes = size(path(name));
                if (Files.deleteIfExists(path(name))) {
                  used.addAndGet(-bytes);
                }
                return name;
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .replaceWithVoid();
  }

  /** Names of all files; counts anew what they hold. */
  Uni<List<String>> names() {
    return blocking(
        () -> {
          if (!Files.isDirectory(directory)) {
            return List.of();
          }
          try (var files = Files.list(directory)) {
            var ours =
                files
                    .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                    .toList();
            used.set(ours.stream().mapToLong(Shelf::size).sum());
            return ours.stream().map(file -> file.getFileName().toString()).toList();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** 0 when there is no such file, as when another node deletes it meanwhile. */
  private static long size(Path file) {
    return file.toFile().length();
  }

  private Path path(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of a stored file");
    }
    return directory.resolve(name);
  }

  private static <T> Uni<T> blocking(Supplier<T> work) {
    return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }
}
