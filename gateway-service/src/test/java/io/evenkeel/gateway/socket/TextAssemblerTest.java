package io.evenkeel.gateway.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evenkeel.gateway.socket.TextAssembler.Assembled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.http.impl.ws.WebSocketFrameImpl;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TextAssemblerTest {

  private final TextAssembler texts = new TextAssembler(20);

  @Test
  void partsAreJoinedEvenInsideACharacter() {
    // Given
    var bytes = "[\"Größe\"]".getBytes(StandardCharsets.UTF_8);

    // When
    texts.take(frame(bytes, 0, 5, true, false));
    texts.take(frame(bytes, 5, 6, false, false));
    var whole = texts.take(frame(bytes, 6, bytes.length, false, true));

    // Then
    assertEquals(new Assembled.Text("[\"Größe\"]"), whole);
  }

  private static WebSocketFrame frame(byte[] bytes, int from, int to, boolean first, boolean last) {
    var part = Buffer.buffer(Arrays.copyOfRange(bytes, from, to));
    return first
        ? new WebSocketFrameImpl(WebSocketFrameType.TEXT, part.getByteBuf(), last)
        : WebSocketFrame.continuationFrame(part, last);
  }

  @Test
  void malformedTextIsTold() {
    byte[] malformed = {'"', (byte) 0xc3, 0x28, '"'};

    assertInstanceOf(Assembled.NotUtf8.class, texts.take(frame(malformed, 0, 4, true, true)));
  }

  @Test
  void theReplacementCharacterItselfIsText() {
    assertEquals(
        new Assembled.Text("\uFFFD"), texts.take(WebSocketFrame.textFrame("\uFFFD", true)));
  }

  @Test
  void theLimitCountsAllParts() {
    var eleven = "x".repeat(11).getBytes(StandardCharsets.UTF_8);

    assertInstanceOf(Assembled.Nothing.class, texts.take(frame(eleven, 0, 11, true, false)));
    assertInstanceOf(Assembled.TooBig.class, texts.take(frame(eleven, 0, 11, false, false)));
    assertInstanceOf(
        Assembled.TooBig.class, texts.take(WebSocketFrame.textFrame("x".repeat(21), true)));
  }

  @Test
  void binaryMessagesAreLeftOutWithAllTheirParts() {
    var bytes = Buffer.buffer("[3]");

    assertInstanceOf(Assembled.Nothing.class, texts.take(WebSocketFrame.binaryFrame(bytes, false)));
    assertInstanceOf(
        Assembled.Nothing.class, texts.take(WebSocketFrame.continuationFrame(bytes, true)));
    assertEquals(new Assembled.Text("x"), texts.take(WebSocketFrame.textFrame("x", true)));
  }
}
