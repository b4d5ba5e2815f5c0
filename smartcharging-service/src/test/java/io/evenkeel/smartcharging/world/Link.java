package io.evenkeel.smartcharging.world;

import io.evenkeel.messaging.SessionRef;
import io.evenkeel.smartcharging.domain.site.Connector;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A charger's connection: one socket at a time, and what waits for one. */
final class Link {

  final Charger charger;
  @Nullable SessionRef session;

  /** Nothing overtakes: commands on the socket, and what is told on either topic. */
  Instant lastCommandAt = Instant.MIN;

  Instant lastTransactionEventAt = Instant.MIN;
  Instant lastChargePointEventAt = Instant.MIN;

  /** What the charger tells when it is connected again. */
  final Queue<Runnable> untold = new ArrayDeque<>();

  Link(Charger charger) {
    this.charger = charger;
  }

  Socket socket(Connector connector) {
    return Objects.requireNonNull(charger.sockets.get(connector.key().connectorId()));
  }

  boolean online() {
    return session != null;
  }
}
