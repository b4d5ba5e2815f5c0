package io.evenkeel.embedded.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Takes the place of a service's application: it listens where it is told, is ready, and answers
 * any other path with what it was configured with.
 */
final class StandIn {

  private StandIn() {}

  public static void main(String[] arguments) throws IOException {
    String host = System.getProperty("quarkus.http.host", "127.0.0.1");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(host, Integer.getInteger("quarkus.http.port")), 0);
    server.createContext("/", StandIn::answer);
    server.start();
    System.out.println("stand-in listens on " + server.getAddress());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] body =
        exchange.getRequestURI().getPath().equals("/q/health/ready")
            ? new byte[0]
            : configuration().getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String configuration() {
    StringBuilder lines = new StringBuilder();
    System.getProperties()
        .forEach((key, value) -> lines.append(key).append('=').append(value).append('\n'));
    System.getenv()
        .forEach((key, value) -> lines.append(key).append('=').append(value).append('\n'));
    return lines.toString();
  }
}
