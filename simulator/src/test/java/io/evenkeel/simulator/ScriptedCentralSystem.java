package io.evenkeel.simulator;

import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Codec;
import io.evenkeel.ocpp.Decoded;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.Authorize;
import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.core.Heartbeat;
import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StatusNotification;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.firmware.DiagnosticsStatusNotification;
import io.evenkeel.ocpp.firmware.FirmwareStatusNotification;
import io.evenkeel.ocpp.security.LogStatusNotification;
import io.evenkeel.ocpp.security.SignedFirmwareStatusNotification;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.IdTagInfo;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A central system that a test scripts: it answers what it understands, writes down everything, and
 * can be told to refuse, to keep silent or to cut the line at a chosen message.
 */
public final class ScriptedCentralSystem implements AutoCloseable {
  /** What happens to a CALL. */
  public enum Fate {
    Answer,
    /** A CALLERROR InternalError. */
    Refuse,
    Ignore,
    /** The socket is cut; whether the message was taken the charge point cannot know. */
    Cut,
    /** The same, after it was taken. */
    TakeAndCut
  }

  /** Decides about a CALL. */
  public interface Script {
    Fate fate(String chargePoint, Request request);
  }

  /** A CALL as it came. */
  public record Heard(String chargePoint, String messageId, Request request, String frame) {}

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpServer server;
  private final Map<String, ServerWebSocket> sockets = new ConcurrentHashMap<>();
  private final Map<String, Action> asked = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Decoded>> answers = new ConcurrentHashMap<>();
  private final Map<List<Object>, Integer> transactions = new ConcurrentHashMap<>();
  private final AtomicInteger counter = new AtomicInteger();
  public final List<Heard> heard = new CopyOnWriteArrayList<>();
  final List<String> remoteAddresses = new CopyOnWriteArrayList<>();
  final List<String> paths = new CopyOnWriteArrayList<>();
  public final List<String> authorizations = new CopyOnWriteArrayList<>();
  public final List<Heard> taken = new CopyOnWriteArrayList<>();
  public final List<String> violations = new CopyOnWriteArrayList<>();
  final AtomicInteger connections = new AtomicInteger();
  public volatile Script script = (chargePoint, request) -> Fate.Answer;
  volatile BootNotification.Status bootStatus = BootNotification.Status.Accepted;
  volatile AuthorizationStatus verdict = AuthorizationStatus.Accepted;
  public volatile int refuseWith;

  public ScriptedCentralSystem() {
    server =
        vertx.createHttpServer(
            new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(0)
                .setAcceptBacklog(8192)
                .setWebSocketSubProtocols(List.of("ocpp1.6"))
                .setPerMessageWebSocketCompressionSupported(false));
    server.webSocketHandler(this::connected);
    server.listen().toCompletionStage().toCompletableFuture().join();
  }

  public String url() {
    return "ws://127.0.0.1:" + server.actualPort() + "/ocpp";
  }

  public int port() {
    return server.actualPort();
  }

  private void connected(ServerWebSocket socket) {
    if (refuseWith > 0) {
      socket.reject(refuseWith);
      return;
    }
    connections.incrementAndGet();
    paths.add(socket.path());
    remoteAddresses.add(socket.remoteAddress().hostAddress());
    var said = socket.headers().get("Authorization");
    authorizations.add(said == null ? "" : said);
    var id = socket.path().substring(socket.path().lastIndexOf('/') + 1);
    sockets.put(id, socket);
    socket.textMessageHandler(text -> received(id, socket, text));
    socket.closeHandler(closed -> sockets.remove(id, socket));
  }

  private void received(String id, ServerWebSocket socket, String text) {
    switch (Codec.decode(text, asked::get, Instant.now())) {
      case Decoded.Call call ->
          called(new Heard(id, call.messageId(), call.request(), text), socket);
      case Decoded.CallResult result -> answered(result.messageId(), result);
      case Decoded.CallError error -> answered(error.messageId(), error);
      case Decoded.BadResult bad -> answered(bad.messageId(), bad);
      case Decoded other -> violations.add(other.toString());
    }
  }

  private void answered(String messageId, Decoded how) {
    asked.remove(messageId);
    var waiting = answers.remove(messageId);
    if (waiting != null) {
      waiting.complete(how);
    }
  }

  private void called(Heard call, ServerWebSocket socket) {
    heard.add(call);
    switch (script.fate(call.chargePoint(), call.request())) {
      case Answer -> socket.writeTextMessage(Codec.result(call.messageId(), take(call)));
      case Refuse ->
          socket.writeTextMessage(Codec.error(call.messageId(), ErrorCode.InternalError, ""));
      case Ignore -> {}
      case Cut -> socket.close((short) 1011);
      case TakeAndCut -> {
        var unused = take(call);
        violations.addAll(unused == null ? List.of("no answer") : List.of());
        socket.close((short) 1011);
      }
    }
  }

  private Response take(Heard call) {
    taken.add(call);
    return switch (call.request()) {
      case BootNotification.Request r ->
          new BootNotification.Response(bootStatus, Timestamp.of(Instant.now()), 1);
      case Heartbeat.Request r -> new Heartbeat.Response(Timestamp.of(Instant.now()));
      case Authorize.Request r -> new Authorize.Response(new IdTagInfo(null, null, verdict));
      case StatusNotification.Request r -> new StatusNotification.Response();
      case StartTransaction.Request r ->
          new StartTransaction.Response(
              new IdTagInfo(null, null, verdict), transactionId(call.chargePoint(), r));
      case StopTransaction.Request r -> new StopTransaction.Response(null);
      case MeterValues.Request r -> new MeterValues.Response();
      case FirmwareStatusNotification.Request r -> new FirmwareStatusNotification.Response();
      case DiagnosticsStatusNotification.Request r -> new DiagnosticsStatusNotification.Response();
      case LogStatusNotification.Request r -> new LogStatusNotification.Response();
      case SignedFirmwareStatusNotification.Request r ->
          new SignedFirmwareStatusNotification.Response();
      default -> throw new IllegalStateException("not scripted: " + call.frame());
    };
  }

  /** The same transaction has the same id, however often it is told. */
  private int transactionId(String chargePoint, StartTransaction.Request start) {
    return transactions.computeIfAbsent(
        List.of(chargePoint, start.connectorId(), start.timestamp(), start.idTag()),
        key -> 1000 + transactions.size());
  }

  /** Sends a command and completes with what came back. */
  public CompletableFuture<Decoded> command(String chargePoint, Request request) {
    var id = "c" + counter.incrementAndGet();
    var answer = new CompletableFuture<Decoded>();
    asked.put(id, Action.of(request));
    answers.put(id, answer);
    socket(chargePoint).writeTextMessage(Codec.call(id, request));
    return answer;
  }

  /** Sends a command and returns the response in its CALLRESULT. */
  public <T extends Response> T ask(String chargePoint, Request request, Class<T> type) {
    var how = Await.answer(command(chargePoint, request));
    if (how instanceof Decoded.CallResult result) {
      return type.cast(result.response());
    }
    throw new AssertionError("expected a CALLRESULT, got " + how);
  }

  private ServerWebSocket socket(String chargePoint) {
    Await.until(chargePoint + " is connected", () -> sockets.containsKey(chargePoint));
    var socket = sockets.get(chargePoint);
    if (socket == null) {
      throw new AssertionError(chargePoint + " has just gone");
    }
    return socket;
  }

  /** All requests of a type that a charge point sent, in order, answered or not. */
  public <T extends Request> List<T> heard(String chargePoint, Class<T> type) {
    return heard.stream()
        .filter(call -> call.chargePoint().equals(chargePoint))
        .map(Heard::request)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  <T extends Request> @Nullable T last(String chargePoint, Class<T> type) {
    var all = heard(chargePoint, type);
    return all.isEmpty() ? null : all.getLast();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
