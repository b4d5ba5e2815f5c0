package io.evenkeel.smartcharging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads server-sent events, line by line, as they come. */
public final class EventStream implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final Stream<String> body;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private EventStream(HttpResponse.BodyHandler<Stream<String>> handler, HttpRequest request) {
    try {
      HttpResponse<Stream<String>> response = client.send(request, handler);
      if (response.statusCode() != 200) {
        throw new AssertionError(request.uri() + " answered " + response.statusCode());
      }
      body = response.body();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
    Thread.ofVirtual().start(this::read);
  }

  public static EventStream open(int port, String path, @Nullable String lastEventId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    return new EventStream(HttpResponse.BodyHandlers.ofLines(), request.build());
  }

  private void read() {
    try {
      body.forEach(lines::add);
    } catch (RuntimeException closed) {
      // the test has seen enough
    }
  }

  public boolean has(String line) {
    return lines.contains(line);
  }

  /** What follows a field's name, in order, such as the ids. */
  public List<String> all(String field) {
    return lines.stream()
        .filter(line -> line.startsWith(field + ":"))
        .map(line -> line.substring(field.length() + 1).strip())
        .toList();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
