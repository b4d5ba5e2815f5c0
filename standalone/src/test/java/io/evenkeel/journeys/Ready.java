package io.evenkeel.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Waits until an address answers 200. */
final class Ready {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private Ready() {}

  static void await(String url, Process process, Path log) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      Instant deadline = Instant.now().plus(PATIENCE);
      while (Instant.now().isBefore(deadline)) {
        if (!process.isAlive()) {
          throw new IllegalStateException(
              "ended with " + process.exitValue() + ", see " + log.toAbsolutePath());
        }
        if (answers(client, url)) {
          return;
        }
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
    throw new IllegalStateException(
        url + " not ready after " + PATIENCE.toSeconds() + " s, see " + log.toAbsolutePath());
  }

  private static boolean answers(HttpClient client, String url) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while waiting for " + url));
    }
  }
}
