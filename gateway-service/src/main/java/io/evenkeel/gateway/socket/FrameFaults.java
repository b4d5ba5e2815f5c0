package io.evenkeel.gateway.socket;

import io.evenkeel.gateway.domain.connection.DisconnectCause;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.function.Consumer;

/**
 * Stands between Netty's frame decoder and Vert.x. When a frame is too long or malformed Vert.x
 * would cut the connection without a word; this lets the charge point be told why (RFC 6455 section
 * 7.4).
 */
final class FrameFaults extends ChannelInboundHandlerAdapter {

  private final Consumer<DisconnectCause> connection;

  FrameFaults(Consumer<DisconnectCause> connection) {
    this.connection = connection;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof CorruptedWebSocketFrameException corrupted) {
      connection.accept(
          corrupted.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG)
              ? DisconnectCause.TOO_BIG
              : DisconnectCause.BAD_FRAME);
    } else {
      context.fireExceptionCaught(cause);
    }
  }
}
