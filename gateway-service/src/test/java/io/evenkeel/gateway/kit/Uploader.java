package io.evenkeel.gateway.kit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Uploads files as charge points do: without a token. */
public final class Uploader {

  private Uploader() {}

  /** PUT of the file itself; the status. */
  public static int put(String address, byte[] file) {
    return send(address, "PUT", "application/octet-stream", BodyPublishers.ofByteArray(file));
  }

  /** PUT without saying how long it is. */
  public static int putInChunks(String address, byte[] file) {
    return send(
        address,
        "PUT",
        "text/plain",
        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)));
  }

  /** POST of a form with a field and the file in it. */
  public static int form(String address, String name, String content) {
    var form =
        """
        --XX\r
        Content-Disposition: form-data; name="comment"\r
        \r
        hello\r
        --XX\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: text/plain\r
        \r
        %s\r
        --XX--\r
        """
            .formatted(name, content);
    return send(address, "POST", "multipart/form-data; boundary=XX", BodyPublishers.ofString(form));
  }

  public static int send(String address, String method, String type, BodyPublisher body) {
    return send(address, method, type, body, "127.0.0.1");
  }

  /**
   * @param from the address that it comes from
   */
  public static int send(
      String address, String method, String type, BodyPublisher body, String from) {
    try (var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .localAddress(InetAddress.getByName(from))
            .build()) {
      var request =
          HttpRequest.newBuilder(URI.create(address))
              .method(method, body)
              .header("Content-Type", type);
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("No answer from " + address, e);
    }
  }

  /** Says that a file of so many bytes comes, sends fewer, and is gone. */
  public static void half(String address, int announced, byte[] sent) {
    var uri = URI.create(address);
    try (var socket = new Socket(uri.getHost(), uri.getPort())) {
      var head =
          "PUT %s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n\r\n"
              .formatted(uri.getRawPath(), uri.getHost(), announced);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(sent);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
