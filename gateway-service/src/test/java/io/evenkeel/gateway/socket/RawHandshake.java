package io.evenkeel.gateway.socket;

import io.evenkeel.gateway.kit.ChargePoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * A handshake byte by byte, for answers that WebSocket clients take for failures.
 *
 * @param head the answer's status line and headers
 * @param closeCode of the close frame that came next, -1 when the connection just ended
 */
record RawHandshake(String head, int closeCode) {

  static RawHandshake upgrade(ChargePoint.Way way) {
    var lines = new ArrayList<String>();
    lines.add("GET " + way.rawPath() + " HTTP/1.1");
    lines.add("Host: 127.0.0.1:" + way.port());
    lines.add("Upgrade: websocket");
    lines.add("Connection: Upgrade");
    lines.add("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    lines.add("Sec-WebSocket-Version: 13");
    if (!way.subprotocols().isEmpty()) {
      lines.add("Sec-WebSocket-Protocol: " + String.join(", ", way.subprotocols()));
    }
    way.headers().forEach(header -> lines.add(String.join(": ", header)));
    return send(way.port(), String.join("\r\n", lines) + "\r\n\r\n");
  }

  static RawHandshake send(int port, String request) {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var bytes = socket.getInputStream().readAllBytes();
      var text = new String(bytes, StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n") + 4;
      var rest = Arrays.copyOfRange(bytes, end, bytes.length);
      boolean close = rest.length >= 4 && (rest[0] & 0x0f) == 8;
      return new RawHandshake(
          text.substring(0, end),
          close ? Byte.toUnsignedInt(rest[2]) << 8 | Byte.toUnsignedInt(rest[3]) : -1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
