package io.evenkeel.simulator.wire;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.function.Consumer;

/** Puts a file to an HTTP address. */
public final class Upload {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Upload() {}

  /** Tells on the caller's event loop whether it was taken. */
  public static void put(Vertx vertx, String address, String content, Consumer<Boolean> told) {
    var client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout((int) PATIENCE.toMillis()));
    var request =
        new RequestOptions()
            .setMethod(HttpMethod.PUT)
            .setAbsoluteURI(address)
            .setTimeout(PATIENCE.toMillis())
            .putHeader("Content-Type", "text/plain");
    client
        .request(request)
        .compose(open -> open.send(Buffer.buffer(content)))
        .map(response -> response.statusCode() / 100 == 2)
        .otherwise(false)
        .onComplete(
            taken -> {
              var _ = client.close();
              told.accept(taken.result());
            });
  }
}
