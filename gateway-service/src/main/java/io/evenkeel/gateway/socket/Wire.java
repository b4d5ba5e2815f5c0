package io.evenkeel.gateway.socket;

import io.evenkeel.gateway.domain.connection.DisconnectCause;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.impl.WebSocketInternal;
import io.vertx.core.impl.ContextInternal;
import java.util.function.Consumer;

/**
 * The WebSocket under a connection. It is not read while its owner does not want to, and while the
 * charge point does not take what it was sent. On the event loop only.
 */
final class Wire {

  private final ServerWebSocket socket;
  private final ContextInternal context;
  private boolean unwanted;
  private boolean clogged;

  Wire(ServerWebSocket socket, ContextInternal context) {
    this.socket = socket;
    this.context = context;
  }

  /**
   * Begins to listen. What comes is handled on the verticle's context: on the socket's own
   * duplicated one everything that is done leaves its traces, some hundred bytes for each socket.
   *
   * @param ended also called for frames that break the protocol
   * @throws IllegalStateException when the socket has ended meanwhile
   */
  void open(Handler<WebSocketFrame> frames, Consumer<DisconnectCause> ended) {
    socket.frameHandler(frame -> context.dispatch(frame, frames));
    socket.closeHandler(_ -> ended.accept(DisconnectCause.PEER_CLOSED));
    ((WebSocketInternal) socket)
        .channelHandlerContext()
        .pipeline()
        .addBefore("handler", "frameFaults", new FrameFaults(ended));
    // the handshake's headers are kept as long as the socket, and nobody needs them any more
    socket.headers().clear();
  }

  Object peer() {
    return socket.remoteAddress();
  }

  void write(String text) {
    socket.writeTextMessage(text);
    if (!clogged && !socket.isClosed() && socket.writeQueueFull()) {
      clogged = true;
      socket.pause();
      socket.drainHandler(_ -> context.emit(this, Wire::drained));
    }
  }

  private void drained() {
    clogged = false;
    if (!unwanted) {
      socket.resume();
    }
  }

  void pause() {
    unwanted = true;
    socket.pause();
  }

  void resume() {
    unwanted = false;
    if (!clogged) {
      socket.resume();
    }
  }

  void ping() {
    socket.writePing(Buffer.buffer());
  }

  void close(DisconnectCause cause) {
    switch (cause) {
      case PEER_CLOSED -> {}
      // nobody is there to take leave of
      case PEER_SILENT -> {
        var _ = ((WebSocketInternal) socket).channelHandlerContext().close();
      }
      default -> socket.close(cause.code(), cause.reason());
    }
  }
}
