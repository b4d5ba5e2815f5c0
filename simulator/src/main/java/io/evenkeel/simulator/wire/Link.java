package io.evenkeel.simulator.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.impl.WebSocketInternal;
import org.jspecify.annotations.Nullable;

/** One open WebSocket. Used on the loop that opened it. */
public final class Link {
  private final WebSocket socket;
  private boolean silent;

  /** What comes over the socket, on its loop; nothing after {@code closed}. */
  public interface Listener {
    void text(String frame);

    /**
     * @param code the close code that was received or sent; null when there was no close frame
     */
    void closed(@Nullable Integer code, @Nullable String reason);
  }

  private Link(WebSocket socket) {
    this.socket = socket;
  }

  /**
   * Opens a socket on the given loop and completes there. Fails with Vert.x's {@code
   * UpgradeRejectedException}, which names the HTTP status, when the server refuses.
   */
  public static Future<Link> open(
      EventLoops loops, Context loop, Endpoint endpoint, Listener listener) {
    Promise<Link> opened = Promise.promise();
    loop.runOnContext(
        start ->
            loops
                .client(endpoint.localAddress())
                .connect(endpoint.connectOptions())
                .map(socket -> listening(socket, listener))
                .onComplete(opened));
    return opened.future();
  }

  private static Link listening(WebSocket socket, Listener listener) {
    var link = new Link(socket);
    socket.textMessageHandler(
        frame -> {
          if (!link.silent) {
            listener.text(frame);
          }
        });
    socket.exceptionHandler(broken -> socket.close());
    socket.closeHandler(
        closed -> {
          var code = socket.closeStatusCode();
          listener.closed(code == null ? null : code.intValue(), socket.closeReason());
        });
    return link;
  }

  /** The subprotocol that the server chose, or null. */
  public @Nullable String subProtocol() {
    return socket.subProtocol();
  }

  public void send(String frame) {
    if (!silent && !socket.isClosed()) {
      var _ = socket.writeTextMessage(frame);
    }
  }

  public void sendBinary(byte[] bytes) {
    var _ = socket.writeBinaryMessage(Buffer.buffer(bytes));
  }

  /** Closes as the protocol says, with a close frame. */
  public void close(int code, String reason) {
    var _ = socket.close((short) code, reason);
  }

  /** Cuts the TCP connection with a reset: no close frame, as when power fails. */
  public void drop() {
    channel().config().setOption(ChannelOption.SO_LINGER, 0);
    var _ = channel().close();
  }

  /** Ends the TCP connection without a close frame, after what was written has left. */
  public void end() {
    var _ = channel().close();
  }

  /**
   * Reads and writes nothing more, not even pongs, while TCP stays up: as when the network swallows
   * everything.
   */
  public void silence() {
    silent = true;
    channel().config().setAutoRead(false);
  }

  private Channel channel() {
    return ((WebSocketInternal) socket).channelHandlerContext().channel();
  }
}
