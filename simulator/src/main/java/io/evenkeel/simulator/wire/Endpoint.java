package io.evenkeel.simulator.wire;

import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a charge point connects and as whom (OCPP-J 1.6 section 3).
 *
 * @param base the central system's address without the identity, e.g. {@code
 *     ws://127.0.0.1:9000/ocpp}
 * @param id the charge point's identity, not encoded
 * @param password any bytes, for HTTP Basic; null sends no Authorization header
 * @param subProtocols as offered; empty offers none
 * @param localAddress the source address to bind to, or null for the system's choice
 */
public record Endpoint(
    URI base,
    String id,
    byte @Nullable [] password,
    List<String> subProtocols,
    @Nullable String localAddress) {

  public Endpoint {
    subProtocols = List.copyOf(subProtocols);
  }

  /** The path with the identity as one percent-encoded segment. */
  public String path() {
    var folder = base.getRawPath() == null ? "" : base.getRawPath();
    return (folder.endsWith("/") ? folder : folder + "/") + encoded(id);
  }

  WebSocketConnectOptions connectOptions() {
    boolean tls = "wss".equals(base.getScheme());
    var options = new WebSocketConnectOptions();
    options
        .setHost(base.getHost())
        .setPort(base.getPort() >= 0 ? base.getPort() : tls ? 443 : 80)
        .setSsl(tls)
        .setURI(path());
    options.setSubProtocols(subProtocols).setAllowOriginHeader(false);
    options.setRegisterWriteHandlers(false);
    if (password != null) {
      options.addHeader("Authorization", "Basic " + credentials(password));
    }
    return options;
  }

  private String credentials(byte[] secret) {
    var user = (id + ":").getBytes(StandardCharsets.UTF_8);
    var both = new byte[user.length + secret.length];
    System.arraycopy(user, 0, both, 0, user.length);
    System.arraycopy(secret, 0, both, user.length, secret.length);
    return Base64.getEncoder().encodeToString(both);
  }

  /** A text as one segment of a path: everything but letters, digits and {@code -._~} encoded. */
  public static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return base + " as " + id;
  }
}
