package io.evenkeel.gateway.socket;

import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The sockets of one event loop. One timer looks after all of them: deadlines, pings, and TCP
 * connections that never become a socket. Not thread-safe: everything happens on the event loop.
 */
final class Sweep {

  private static final Duration HANDSHAKE_WITHIN = Duration.ofSeconds(30);

  private final List<Connection> connections = new ArrayList<>();
  private final Map<HttpConnection, Instant> young = new HashMap<>();

  /** A TCP connection came that is no socket yet. */
  void opened(HttpConnection connection, Instant now) {
    young.put(connection, now);
    connection.closeHandler(_ -> young.remove(connection));
  }

  /** The TCP connection became a socket. */
  void upgraded(HttpConnection connection) {
    young.remove(connection);
    connection.closeHandler(null);
  }

  void add(Connection connection) {
    connection.place(connections.size());
    connections.add(connection);
  }

  void remove(Connection connection) {
    int place = connection.place();
    if (place < 0) {
      return;
    }
    var last = connections.removeLast();
    if (place < connections.size()) {
      connections.set(place, last);
      last.place(place);
    }
    connection.place(-1);
  }

  List<Connection> snapshot() {
    return List.copyOf(connections);
  }

  void tick(Instant now) {
    // backwards: a connection that ends meanwhile is replaced by one that was looked at already
    for (int i = connections.size() - 1; i >= 0; i--) {
      if (i < connections.size()) {
        connections.get(i).tick(now);
      }
    }
    for (Iterator<Map.Entry<HttpConnection, Instant>> all = young.entrySet().iterator();
        all.hasNext(); ) {
      var entry = all.next();
      if (now.isAfter(entry.getValue().plus(HANDSHAKE_WITHIN))) {
        all.remove();
        entry.getKey().close();
      }
    }
  }
}
