package io.evenkeel.gateway.domain.connection;

import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Decoded;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.ClearCache;
import io.evenkeel.ocpp.core.Heartbeat;
import io.evenkeel.ocpp.core.StartTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What is said on a connection, for its tests: calls, orders, and what came of them. */
final class Talk {

  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final Limits LIMITS = new Limits(4, 2, Duration.ofSeconds(20));
  static final Answer HEARTBEAT = new Answer.Result(new Heartbeat.Response(Timestamp.of(NOW)));
  static final Answer LATE = new Answer.Failure(ErrorCode.InternalError, "late");

  private static final AtomicLong TICKETS = new AtomicLong();

  private Talk() {}

  static ConnectionState accepted() {
    return ConnectionState.opened(Standing.ACCEPTED);
  }

  static Ask.Question question(String id, Action action, Request request) {
    return new Ask.Question(
        TICKETS.incrementAndGet(), NOW, new Decoded.Call(id, action, request, List.of(), null));
  }

  static Ask.Question heartbeat(String id) {
    return question(id, Action.Heartbeat, new Heartbeat.Request());
  }

  static Ask.Question start(String id) {
    return question(
        id,
        Action.StartTransaction,
        new StartTransaction.Request(1, "TAG", 0, null, Timestamp.of(NOW)));
  }

  static Order order(String id, Request request) {
    return new Order(id, request, NOW.plusSeconds(30), (_, _, _, _) -> {});
  }

  static Order clearCache(String id) {
    return order(id, new ClearCache.Request());
  }

  static Step received(ConnectionState state, Ask ask) {
    return state.received(ask, LIMITS, NOW);
  }

  static List<Class<?>> kinds(Step step) {
    return step.effects().stream().<Class<?>>map(Object::getClass).toList();
  }

  static List<Effect.Ended> ended(Step step) {
    return step.effects().stream()
        .filter(Effect.Ended.class::isInstance)
        .map(Effect.Ended.class::cast)
        .toList();
  }
}
