package io.evenkeel.simulator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.simulator.wire.Endpoint;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The central system's API as an operator uses it. All methods block. Thread-safe. */
public final class CentralApi implements AutoCloseable {
  private static final int AT_ONCE = 32;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int UNAUTHORIZED = 401;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI base;
  private final String user;
  private final String password;
  private volatile String token = "";

  private CentralApi(URI base, String user, String password) {
    this.base = base;
    this.user = user;
    this.password = password;
  }

  /**
   * Logs in. The token is renewed by itself when it expires.
   *
   * @throws ApiFailure when nobody answers or the password is wrong
   */
  public static CentralApi login(URI base, String user, String password) {
    var api = new CentralApi(base, user, password);
    api.login();
    return api;
  }

  private void login() {
    var answer =
        exchange(
            request("/api/login")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(text(Map.of("user", user, "password", password))))
                .build());
    if (!good(answer)) {
      throw failed("POST /api/login", answer);
    }
    token = parsed(answer.body()).path("token").asText();
  }

  /** The parsed body. */
  public JsonNode get(String path) {
    var answer = authorized(() -> request(path).GET());
    if (!good(answer)) {
      throw failed("GET " + path, answer);
    }
    return parsed(answer.body());
  }

  public JsonNode put(String path, Object body) {
    return send("PUT", path, "application/json", text(body));
  }

  public JsonNode post(String path, Object body) {
    return send("POST", path, "application/json", text(body));
  }

  private JsonNode send(String method, String path, String type, String body) {
    var answer =
        authorized(
            () ->
                request(path)
                    .header("Content-Type", type)
                    .method(method, BodyPublishers.ofString(body)));
    if (!good(answer)) {
      throw failed(method + " " + path, answer);
    }
    return parsed(answer.body());
  }

  /** Registers charge points that may not be known yet, many at once. */
  public void registerChargePoints(List<String> ids, @Nullable String secret) {
    var body = text(secret == null ? Map.of() : Map.of("password", secret));
    var room = new Semaphore(AT_ONCE);
    var answers = new ArrayList<CompletableFuture<?>>();
    for (var id : ids) {
      room.acquireUninterruptibly();
      var path = "/api/charge-points/" + Endpoint.encoded(id);
      answers.add(
          client
              .sendAsync(
                  authorize(request(path).header("Content-Type", "application/json"))
                      .PUT(BodyPublishers.ofString(body))
                      .build(),
                  BodyHandlers.ofString())
              .whenComplete((answer, failure) -> room.release())
              .thenAccept(
                  answer -> {
                    if (!good(answer)) {
                      throw failed("PUT " + path, answer);
                    }
                  }));
    }
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
  }

  /** Makes idTags that may charge, in one request. */
  public void importIdTags(List<String> idTags) {
    var lines =
        idTags.stream()
            .map(idTag -> idTag + ",Accepted")
            .collect(Collectors.joining("\n", "idTag,status\n", "\n"));
    var report = send("POST", "/api/id-tags/import", "text/csv", lines);
    if (report.path("rejected").asInt() > 0) {
      throw new ApiFailure("POST /api/id-tags/import: some were rejected: " + report, 0, null);
    }
  }

  private interface Unfinished {
    HttpRequest.Builder get();
  }

  /** Sends with the token; once more with a new one when it is not accepted any longer. */
  private HttpResponse<String> authorized(Unfinished request) {
    var answer = exchange(authorize(request.get()).build());
    if (answer.statusCode() == UNAUTHORIZED) {
      login();
      answer = exchange(authorize(request.get()).build());
    }
    return answer;
  }

  private HttpRequest.Builder authorize(HttpRequest.Builder request) {
    return request.header("Authorization", "Bearer " + token);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return client.sendAsync(request, BodyHandlers.ofString()).join();
    } catch (CompletionException failed) {
      throw new ApiFailure(
          request.method() + " " + request.uri() + ": nobody answers", 0, failed.getCause());
    }
  }

  private static boolean good(HttpResponse<String> answer) {
    return answer.statusCode() / 100 == 2;
  }

  private static ApiFailure failed(String what, HttpResponse<String> answer) {
    return new ApiFailure(
        what + ": " + answer.statusCode() + " " + answer.body(), answer.statusCode(), null);
  }

  private String text(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException("body: cannot be written as JSON", impossible);
    }
  }

  private JsonNode parsed(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException notJson) {
      throw new ApiFailure("expected JSON, got: " + body, 0, notJson);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
