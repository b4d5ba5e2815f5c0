package io.evenkeel.simulator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A REST API that logs in, stores what is PUT and gives it back; tokens live as long as told. */
public final class ScriptedApi implements AutoCloseable {
  private static final String PASSWORD = "secret";

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final ObjectMapper json = new ObjectMapper();
  private final HttpServer server;
  private final AtomicInteger token = new AtomicInteger();
  public final AtomicInteger logins = new AtomicInteger();
  public final Map<String, String> stored = new ConcurrentHashMap<>();
  public final List<String> imports = new CopyOnWriteArrayList<>();
  public volatile int rejectedInImport;

  public ScriptedApi() {
    server = vertx.createHttpServer().requestHandler(this::handle);
    server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  /** The tokens that were given are not taken any longer. */
  public void expireTokens() {
    token.incrementAndGet();
  }

  private void handle(HttpServerRequest request) {
    request.body().onSuccess(body -> answer(request, body.toString()));
  }

  private void answer(HttpServerRequest request, String body) {
    var path = request.path();
    if ("/api/login".equals(path)) {
      logins.incrementAndGet();
      boolean right = PASSWORD.equals(parsed(body).path("password").asText());
      reply(request, right ? 200 : 401, right ? "{\"token\":\"t" + token.get() + "\"}" : "{}");
    } else if (!("Bearer t" + token.get()).equals(request.getHeader("Authorization"))) {
      reply(request, 401, "{}");
    } else if ("/api/id-tags/import".equals(path)) {
      imports.add(body);
      reply(request, 200, "{\"rejected\":" + rejectedInImport + "}");
    } else if ("PUT".equals(request.method().name())) {
      stored.put(path, body);
      reply(request, 201, body);
    } else {
      var found = stored.get(path);
      reply(request, found == null ? 404 : 200, found == null ? "{}" : found);
    }
  }

  private static void reply(HttpServerRequest request, int status, String body) {
    var _ = request.response().setStatusCode(status).end(body);
  }

  private JsonNode parsed(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
