package io.evenkeel.gateway.socket;

import io.evenkeel.gateway.domain.connection.Answer;
import io.evenkeel.gateway.domain.connection.DisconnectCause;
import io.evenkeel.gateway.domain.connection.Effect;
import io.evenkeel.ocpp.Action;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the sockets are counted by. All meters are made once: none is looked up on the way. */
@Singleton
public class Traffic {

  private static final String NAME = "evenkeel.gateway.";

  /** How handshakes end. */
  public enum HandshakeResult {
    OPENED,
    NOT_FOUND,
    UNKNOWN,
    UNAUTHORIZED,
    NO_SUBPROTOCOL,
    NO_UPGRADE,
    BUSY,
    DRAINING,
    FAILED
  }

  private final Counter framesIn;
  private final Counter framesOut;
  private final Counter remarks;
  private final Counter unreadable;
  private final Map<Action, Timer> answered;
  private final Map<Action, Timer> failed;
  private final Map<Action, Timer> silent;
  private final Counter refused;
  private final Map<DisconnectCause, Counter> disconnects;
  private final Map<Effect.Reason, Counter> ignored;
  private final Map<HandshakeResult, Counter> handshakes;

  @Inject
  public Traffic(MeterRegistry registry, Connections connections) {
    registry.gauge(NAME + "connections", connections, Connections::size);
    framesIn = registry.counter(NAME + "frames", "direction", "in");
    framesOut = registry.counter(NAME + "frames", "direction", "out");
    remarks = registry.counter(NAME + "tolerated.calls");
    unreadable = registry.counter(NAME + "unreadable.frames");
    answered = calls(registry, "result");
    failed = calls(registry, "error");
    silent = calls(registry, "silence");
    refused = registry.counter(NAME + "malformed.calls");
    disconnects =
        counters(
            DisconnectCause.class,
            cause -> registry.counter(NAME + "disconnects", "cause", cause.label()));
    ignored =
        counters(
            Effect.Reason.class,
            reason -> registry.counter(NAME + "ignored", "reason", reason.label()));
    handshakes =
        counters(
            HandshakeResult.class,
            result ->
                registry.counter(
                    NAME + "handshakes",
                    "result",
                    result.name().toLowerCase(Locale.ROOT).replace('_', '-')));
  }

  private static Map<Action, Timer> calls(MeterRegistry registry, String outcome) {
    return counters(
        Action.class,
        action -> registry.timer(NAME + "calls", "action", action.wire(), "outcome", outcome));
  }

  private static <E extends Enum<E>, M> Map<E, M> counters(Class<E> keys, Function<E, M> meter) {
    var meters = new EnumMap<E, M>(keys);
    for (var key : keys.getEnumConstants()) {
      meters.put(key, meter.apply(key));
    }
    return meters;
  }

  void frameIn() {
    framesIn.increment();
  }

  void frameOut() {
    framesOut.increment();
  }

  void tolerated() {
    remarks.increment();
  }

  void unreadable() {
    unreadable.increment();
  }

  /**
   * @param action null when the call was malformed
   */
  void called(@Nullable Action action, Answer answer, Duration took) {
    if (action == null) {
      refused.increment();
      return;
    }
    var timers =
        switch (answer) {
          case Answer.Result _ -> answered;
          case Answer.Failure _ -> failed;
          case Answer.Silence _ -> silent;
        };
    var timer = timers.get(action);
    if (timer != null) {
      timer.record(took);
    }
  }

  void ignored(Effect.Reason reason) {
    count(ignored.get(reason));
  }

  void disconnected(DisconnectCause cause) {
    count(disconnects.get(cause));
  }

  void handshake(HandshakeResult result) {
    count(handshakes.get(result));
  }

  private static void count(@Nullable Counter counter) {
    if (counter != null) {
      counter.increment();
    }
  }
}
