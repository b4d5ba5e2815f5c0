package io.evenkeel.gateway.socket;

import io.evenkeel.gateway.domain.connection.DisconnectCause;
import io.evenkeel.messaging.NodeIdentity;
import io.evenkeel.messaging.SessionRef;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The sockets that this node holds: for each charge point its newest. */
@Singleton
public class Connections {

  private final Map<String, Connection> byChargePoint = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final NodeIdentity self;

  @Inject
  public Connections(NodeIdentity self) {
    this.self = self;
  }

  SessionRef nextSession() {
    return new SessionRef(self.ordinal(), self.epoch(), numbers.incrementAndGet());
  }

  /** The charge point's socket is now this one; an older one ends. */
  void add(Connection connection) {
    var older = byChargePoint.put(connection.chargePoint(), connection);
    if (older != null) {
      older.stop(DisconnectCause.SUPERSEDED);
    }
  }

  /** Gone; false when a newer socket had taken its place. */
  boolean remove(Connection connection) {
    return byChargePoint.remove(connection.chargePoint(), connection);
  }

  public Optional<Connection> of(String chargePoint) {
    return Optional.ofNullable(byChargePoint.get(chargePoint));
  }

  public int size() {
    return byChargePoint.size();
  }

  public void forEach(Consumer<Connection> visitor) {
    byChargePoint.values().forEach(visitor);
  }
}
