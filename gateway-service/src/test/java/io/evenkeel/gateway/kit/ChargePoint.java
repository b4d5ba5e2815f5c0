package io.evenkeel.gateway.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.http.WebsocketVersion;
import io.vertx.core.http.impl.WebSocketInternal;
import io.vertx.core.http.impl.ws.WebSocketFrameImpl;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A charge point of which every frame is written and read by the test. */
public final class ChargePoint implements AutoCloseable {

  private static final long WITHIN_SECONDS = 10;
  private static final Vertx VERTX = Vertx.vertx();

  private static final WebSocketClient CLIENT =
      VERTX.createWebSocketClient(
          new WebSocketClientOptions()
              .setMaxConnections(20_000)
              .setMaxFrameSize(4 << 20)
              .setMaxMessageSize(8 << 20));

  private final WebSocket socket;
  private final BlockingQueue<Frame> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<Frame> calls = new LinkedBlockingQueue<>();
  private final CompletableFuture<Short> closed = new CompletableFuture<>();
  private final AtomicInteger ids = new AtomicInteger();
  private volatile boolean answersConfiguration = true;

  private ChargePoint(WebSocket socket) {
    this.socket = socket;
    socket.textMessageHandler(this::received);
    socket.closeHandler(
        nothing -> {
          var code = socket.closeStatusCode();
          closed.complete(code == null ? (short) 1006 : code);
        });
  }

  /** How to connect. */
  public record Way(
      int port,
      String rawPath,
      List<String> subprotocols,
      @Nullable String authorization,
      List<List<String>> headers) {

    public static Way to(int port, String id) {
      var encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
      return new Way(port, "/ocpp/" + encoded, List.of("ocpp1.6"), null, List.of());
    }

    public Way path(String raw) {
      return new Way(port, raw, subprotocols, authorization, headers);
    }

    public Way offering(String... offered) {
      return new Way(port, rawPath, List.of(offered), authorization, headers);
    }

    public Way password(String user, byte[] password) {
      var both = Buffer.buffer(user + ":").appendBytes(password).getBytes();
      var basic = "Basic " + Base64.getEncoder().encodeToString(both);
      return new Way(port, rawPath, subprotocols, basic, headers);
    }

    public Way header(String name, String value) {
      return new Way(port, rawPath, subprotocols, authorization, List.of(List.of(name, value)));
    }

    private WebSocketConnectOptions options() {
      var options =
          new WebSocketConnectOptions()
              .setHost("127.0.0.1")
              .setPort(port)
              .setURI(rawPath)
              .setVersion(WebsocketVersion.V13);
      subprotocols.forEach(options::addSubProtocol);
      if (authorization != null) {
        options.addHeader("Authorization", authorization);
      }
      headers.forEach(header -> options.addHeader(header.get(0), header.get(1)));
      return options;
    }
  }

  /** Connects, or throws what the client makes of the refusal. */
  public static ChargePoint connect(Way way) throws ExecutionException {
    return get(start(way));
  }

  /** Begins to connect. */
  public static CompletableFuture<ChargePoint> start(Way way) {
    var connected = new CompletableFuture<ChargePoint>();
    CLIENT
        .connect(way.options())
        // in the same tick, so that no frame is missed
        .onComplete(
            result -> {
              if (result.succeeded()) {
                connected.complete(new ChargePoint(result.result()));
              } else {
                connected.completeExceptionally(result.cause());
              }
            });
    return connected;
  }

  public static <T> T get(CompletableFuture<T> future) throws ExecutionException {
    try {
      return future.get(WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("Nothing within " + WITHIN_SECONDS + " s", late);
    } catch (InterruptedException interrupted) {
      throw new AssertionError("Interrupted", interrupted);
    }
  }

  private void received(String text) {
    var frame = Frame.of(text);
    if (frame.type() != 2) {
      answers.add(frame);
    } else if (answersConfiguration && frame.action().equals("GetConfiguration")) {
      var one =
          new JsonObject().put("key", "NumberOfConnectors").put("readonly", true).put("value", "1");
      result(frame.id(), new JsonObject().put("configurationKey", new JsonArray().add(one)));
    } else {
      calls.add(frame);
    }
  }

  /** From now on GetConfiguration is the test's to answer, like all other calls. */
  public ChargePoint manual() {
    answersConfiguration = false;
    return this;
  }

  public @Nullable String subprotocol() {
    return socket.subProtocol();
  }

  // ---- raw

  public void send(String text) {
    socket.writeTextMessage(text);
  }

  public void binary(byte[] bytes) {
    socket.writeFinalBinaryFrame(Buffer.buffer(bytes));
  }

  public void frame(WebSocketFrame frame) {
    socket.writeFrame(frame);
  }

  /** Text frames of bytes that need be no text. */
  public void textBytes(byte[] bytes) {
    socket.writeFrame(new WebSocketFrameImpl(WebSocketFrameType.TEXT, bytes, true));
  }

  /** Reads nothing any more, not even pings. */
  public void freeze() {
    ((WebSocketInternal) socket).channelHandlerContext().channel().config().setAutoRead(false);
  }

  // ---- its calls

  /** Sends a CALL; its message id. */
  public String call(String action, JsonObject payload) {
    var id = "m" + ids.incrementAndGet();
    send(new JsonArray().add(2).add(id).add(action).add(payload).encode());
    return id;
  }

  /** Sends a CALL and waits for its answer, which must be the next. */
  public Frame ask(String action, JsonObject payload) {
    var id = call(action, payload);
    var answer = answer();
    assertEquals(id, answer.id(), "the answer is the one to " + action);
    return answer;
  }

  /** The next CALLRESULT or CALLERROR. */
  public Frame answer() {
    return next(answers, "answer");
  }

  public void noAnswerFor(long millis) {
    assertNull(poll(answers, millis), "no answer is expected");
  }

  public Frame boot() {
    return boot("TestVendor", "TestModel");
  }

  public Frame boot(String vendor, String model) {
    return ask(
        "BootNotification",
        new JsonObject().put("chargePointVendor", vendor).put("chargePointModel", model));
  }

  public Frame heartbeat() {
    return ask("Heartbeat", new JsonObject());
  }

  // ---- calls to it

  /** The next CALL of the central system. */
  public Frame nextCall() {
    return next(calls, "call");
  }

  public void noCallFor(long millis) {
    assertNull(poll(calls, millis), "no call is expected");
  }

  public void result(String id, JsonObject payload) {
    send(new JsonArray().add(3).add(id).add(payload).encode());
  }

  public void error(String id, String code, String description) {
    send(new JsonArray().add(4).add(id).add(code).add(description).add(new JsonObject()).encode());
  }

  private static Frame next(BlockingQueue<Frame> queue, String what) {
    var frame = poll(queue, WITHIN_SECONDS * 1000);
    assertNotNull(frame, "no " + what + " within " + WITHIN_SECONDS + " s");
    return frame;
  }

  private static @Nullable Frame poll(BlockingQueue<Frame> queue, long millis) {
    try {
      return queue.poll(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      throw new AssertionError("Interrupted", interrupted);
    }
  }

  // ---- the end

  public boolean isOpen() {
    return !closed.isDone();
  }

  /** The code with which the socket was closed. */
  public int closeCode() throws ExecutionException {
    return get(closed);
  }

  /** The TCP connection is cut, without a word. */
  public void drop() {
    var _ = ((WebSocketInternal) socket).channelHandlerContext().close();
  }

  @Override
  public void close() {
    socket.close();
  }
}
