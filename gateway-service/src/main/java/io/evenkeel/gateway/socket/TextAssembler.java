package io.evenkeel.gateway.socket;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Puts the frames of a socket together to text messages. Unlike Vert.x's own it says when a message
 * is too long or is not UTF-8, and costs nothing while no message is in parts.
 */
final class TextAssembler {

  /** What a frame came to. */
  sealed interface Assembled {
    /** A whole message. */
    record Text(String text) implements Assembled {}

    /** More is to come, or it is none of ours. */
    record Nothing() implements Assembled {}

    /** The message is longer than the limit. */
    record TooBig(int atLeast) implements Assembled {}

    /** The message is not UTF-8. */
    record NotUtf8() implements Assembled {}
  }

  private static final Assembled NOTHING = new Assembled.Nothing();
  private static final char REPLACEMENT = '\uFFFD';

  private final int limit;
  private @Nullable Buffer parts;

  TextAssembler(int limit) {
    this.limit = limit;
  }

  /** Takes a text, binary or continuation frame. Binary messages are left out. */
  Assembled take(WebSocketFrame frame) {
    if (frame.isText()) {
      parts = null;
      return frame.isFinal() ? text(frame.binaryData()) : begin(frame.binaryData());
    }
    var before = parts;
    if (!frame.isContinuation() || before == null) {
      return NOTHING;
    }
    var more = frame.binaryData();
    if (before.length() + more.length() > limit) {
      parts = null;
      return new Assembled.TooBig(before.length() + more.length());
    }
    before.appendBuffer(more);
    if (!frame.isFinal()) {
      return NOTHING;
    }
    parts = null;
    return text(before);
  }

  private Assembled begin(Buffer first) {
    if (first.length() > limit) {
      return new Assembled.TooBig(first.length());
    }
    parts = Buffer.buffer(first.getBytes());
    return NOTHING;
  }

  private Assembled text(Buffer message) {
    if (message.length() > limit) {
      return new Assembled.TooBig(message.length());
    }
    var bytes = message.getBytes();
    var text = new String(bytes, StandardCharsets.UTF_8);
    // what is malformed becomes the replacement character, which may also be there by itself
    return text.indexOf(REPLACEMENT) < 0 || isUtf8(bytes)
        ? new Assembled.Text(text)
        : new Assembled.NotUtf8();
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
