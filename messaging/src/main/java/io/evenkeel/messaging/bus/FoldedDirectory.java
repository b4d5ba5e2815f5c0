package io.evenkeel.messaging.bus;

import io.evenkeel.messaging.ConnectionFact;
import io.evenkeel.messaging.ConnectionFact.Held;
import io.evenkeel.messaging.ConnectionFact.NodeStarted;
import io.evenkeel.messaging.ConnectionFact.Released;
import io.evenkeel.messaging.Directory;
import io.evenkeel.messaging.SessionRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@link Directory} folded from facts. Facts about one charge point told by one node must come in
 * that node's order; otherwise any interleaving of the same facts, and any repetition of them in
 * their order, gives the same directory.
 */
final class FoldedDirectory implements Directory {

  private final Map<String, Sockets> sockets = new ConcurrentHashMap<>();
  private final Map<Integer, Long> epochs = new ConcurrentHashMap<>();

  void fold(ConnectionFact fact) {
    switch (fact) {
      case Held held -> sockets.compute(held.chargePoint(), (_, known) -> orNone(known).with(held));
      case Released released ->
          sockets.computeIfPresent(released.chargePoint(), (_, known) -> known.with(released));
      case NodeStarted started -> epochs.merge(started.node(), started.epoch(), Math::max);
    }
  }

  private static Sockets orNone(@org.jspecify.annotations.Nullable Sockets known) {
    return known == null ? Sockets.NONE : known;
  }

  @Override
  public Optional<SessionRef> sessionOf(String chargePoint) {
    return sockets.getOrDefault(chargePoint, Sockets.NONE).current(this::epochOf);
  }

  @Override
  public Map<String, SessionRef> connected() {
    Map<String, SessionRef> connected = new HashMap<>();
    sockets.forEach(
        (chargePoint, known) ->
            known.current(this::epochOf).ifPresent(session -> connected.put(chargePoint, session)));
    return connected;
  }

  private long epochOf(int node) {
    return epochs.getOrDefault(node, Long.MIN_VALUE);
  }
}
