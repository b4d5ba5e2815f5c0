package io.evenkeel.embedded.cluster;

import io.evenkeel.embedded.StartFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * One HTTP address for the whole API, as an Ingress gives it: each request goes to the service that
 * answers its path. Bodies and WebSockets pass through as they come; a service that is away is
 * answered with 502.
 */
final class ApiProxy implements AutoCloseable {

  private static final int CONNECTIONS_PER_SERVICE = 256;
  private static final long PATIENCE_SECONDS = 20;

  private final Vertx vertx;

  private ApiProxy(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Listens and passes on.
   *
   * @param route the port on 127.0.0.1 that answers a path
   * @throws StartFailure when the port is taken
   */
  static ApiProxy start(String host, int port, Function<String, SocketAddress> route) {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1));
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS_PER_SERVICE)
                .setKeepAliveTimeout(30));
    HttpProxy proxy =
        HttpProxy.reverseProxy(client)
            .origin(
                OriginRequestProvider.selector(
                    context ->
                        Future.succeededFuture(
                            route.apply(context.request().proxiedRequest().path()))));
    Future<HttpServer> listening =
        vertx
            .createHttpServer(new HttpServerOptions().setHost(host).setPort(port))
            .requestHandler(proxy)
            .listen();
    try {
      listening.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return new ApiProxy(vertx);
    } catch (ExecutionException | TimeoutException e) {
      new ApiProxy(vertx).close();
      throw new StartFailure(
          "The API cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      new ApiProxy(vertx).close();
      Thread.currentThread().interrupt();
      throw new StartFailure("Interrupted while starting the API", e);
    }
  }

  @Override
  public void close() {
    try {
      vertx
          .close()
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      System.getLogger(ApiProxy.class.getName())
          .log(System.Logger.Level.WARNING, "The API did not stop: {0}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
