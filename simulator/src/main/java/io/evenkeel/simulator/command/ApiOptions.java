package io.evenkeel.simulator.command;

import io.evenkeel.simulator.api.CentralApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to reach the central system's API, for setting it up first. */
final class ApiOptions {
  @Option(
      names = "--api",
      paramLabel = "URL",
      description = "Register charge points and idTags first through this API.")
  @Nullable URI api;

  @Option(
      names = "--user",
      paramLabel = "USER",
      description = "User of the API (${DEFAULT-VALUE}).")
  String user = "admin";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "File with the user's password.")
  @Nullable Path passwordFile;

  Optional<CentralApi> open() {
    if (api == null) {
      return Optional.empty();
    }
    return Optional.of(CentralApi.login(api, user, password()));
  }

  /** From the file, or from the environment as the central system takes it. */
  String password() {
    if (passwordFile == null) {
      var environment = System.getenv("EVENKEEL_ADMIN_PASSWORD");
      return environment == null ? "" : environment;
    }
    try {
      return Files.readString(passwordFile).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("--password-file: cannot read " + passwordFile, unreadable);
    }
  }
}
