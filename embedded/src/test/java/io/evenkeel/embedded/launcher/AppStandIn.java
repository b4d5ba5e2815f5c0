package io.evenkeel.embedded.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Takes the place of the all-in-one: becomes ready after a moment, and notes how and when it ends.
 */
final class AppStandIn {

  private AppStandIn() {}

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(System.getProperty("evenkeel.data"));
    if (Files.exists(data.resolve("broken"))) {
      System.err.println("the database is upside down");
      System.exit(7);
    }
    Files.writeString(data.resolve("admin-password"), "secret");
    System.out.println(
        "OCPP on "
            + System.getProperty("evenkeel.gateway.host")
            + ":"
            + System.getProperty("evenkeel.gateway.port"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> note(data, "app ended")));
    InetAddress host = InetAddress.getByName(System.getProperty("quarkus.http.host"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(host, Integer.getInteger("quarkus.http.port")), 0);
    int[] questions = {0};
    server.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(++questions[0] > 2 ? 200 : 503, -1);
          exchange.close();
        });
    server.start();
  }

  static void note(Path data, String line) {
    try {
      Files.writeString(
          data.resolve("ends"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
