package io.evenkeel.embedded.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.evenkeel.embedded.FreePort;
import io.evenkeel.embedded.StartFailure;
import io.vertx.core.net.SocketAddress;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ApiProxyTest {

  private static final int PIECE = 64 * 1024;

  @Test
  void handsOnTheBeginningOfAnAnswerBeforeItsEndExists() throws Exception {
    CountDownLatch beginningSeen = new CountDownLatch(1);
    HttpServer origin = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    origin.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(new byte[PIECE]);
          exchange.getResponseBody().flush();
          try {
            if (beginningSeen.await(20, TimeUnit.SECONDS)) {
              exchange.getResponseBody().write(new byte[PIECE]);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    origin.start();
    int port = FreePort.pick();
    try (ApiProxy _ =
            ApiProxy.start(
                "127.0.0.1", port, _ -> SocketAddress.inetSocketAddress(origin.getAddress()));
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> response =
          client.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build(),
              HttpResponse.BodyHandlers.ofInputStream());

      int beginning = response.body().readNBytes(PIECE).length;
      beginningSeen.countDown();
      int rest = response.body().readAllBytes().length;

      assertEquals(
          PIECE, beginning, "the first piece came while the origin still held back the second");
      assertEquals(PIECE, rest, "then the second");
    } finally {
      origin.stop(0);
    }
  }

  @Test
  void passesOnMethodQueryAndBody() throws Exception {
    HttpServer origin = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    origin.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          byte[] head =
              (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " ")
                  .getBytes(StandardCharsets.UTF_8);
          byte[] answer = Arrays.copyOf(head, head.length + body.length);
          System.arraycopy(body, 0, answer, head.length, body.length);
          exchange.sendResponseHeaders(201, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    origin.start();
    int port = FreePort.pick();
    try (ApiProxy _ =
            ApiProxy.start(
                "127.0.0.1", port, _ -> SocketAddress.inetSocketAddress(origin.getAddress()));
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + port + "/api/id-tags/A%2FB?wait=false"))
              .method("PUT", HttpRequest.BodyPublishers.ofString("{}"))
              .build();

      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());

      assertEquals(201, response.statusCode());
      assertEquals("PUT /api/id-tags/A%2FB?wait=false {}", response.body());
    } finally {
      origin.stop(0);
    }
  }

  @Test
  void saysThatItsPortIsTaken() throws Exception {
    HttpServer other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    int port = other.getAddress().getPort();

    StartFailure failure =
        assertThrows(
            StartFailure.class,
            () ->
                ApiProxy.start(
                    "127.0.0.1", port, _ -> SocketAddress.inetSocketAddress(1, "127.0.0.1")));

    assertTrue(failure.getMessage().contains(Integer.toString(port)), failure.getMessage());
    other.stop(0);
  }
}
