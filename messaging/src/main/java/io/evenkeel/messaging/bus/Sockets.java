package io.evenkeel.messaging.bus;

import io.evenkeel.messaging.ConnectionFact.Held;
import io.evenkeel.messaging.ConnectionFact.Released;
import io.evenkeel.messaging.SessionRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * What is known of the sockets of one charge point: of each node the newest it told of. A value:
 * what the facts of two nodes say does not depend on how they interleave.
 */
record Sockets(List<Socket> ofNodes) {

  static final Sockets NONE = new Sockets(List.of());

  private static final Comparator<Socket> BY_AGE =
      Comparator.comparing(Socket::since)
          .thenComparing(socket -> socket.session().epoch())
          .thenComparing(socket -> socket.session().number())
          .thenComparing(socket -> socket.session().node());

  /** A socket, held or released. */
  record Socket(SessionRef session, Instant since, boolean released) {

    private boolean newerThan(SessionRef other) {
      return session.epoch() != other.epoch()
          ? session.epoch() > other.epoch()
          : session.number() > other.number();
    }
  }

  Sockets with(Held held) {
    Optional<Socket> known = of(held.session().node());
    if (known.isPresent() && !isNewer(held.session(), known.get())) {
      return this;
    }
    return put(new Socket(held.session(), held.since(), false));
  }

  private static boolean isNewer(SessionRef session, Socket known) {
    return !known.newerThan(session) && !known.session().equals(session);
  }

  /** Only what this very session held is released. */
  Sockets with(Released released) {
    return of(released.session().node())
        .filter(known -> known.session().equals(released.session()))
        .map(known -> put(new Socket(known.session(), known.since(), true)))
        .orElse(this);
  }

  /**
   * The newest socket, when it is not released. Sockets of a node's earlier life do not count.
   *
   * @param epochOf the current life of a node
   */
  Optional<SessionRef> current(IntToLongFunction epochOf) {
    return ofNodes.stream()
        .filter(socket -> socket.session().epoch() >= epochOf.applyAsLong(socket.session().node()))
        .max(BY_AGE)
        .filter(socket -> !socket.released())
        .map(Socket::session);
  }

  private Optional<Socket> of(int node) {
    return ofNodes.stream().filter(socket -> socket.session().node() == node).findFirst();
  }

  private Sockets put(Socket socket) {
    List<Socket> all = new ArrayList<>(ofNodes);
    all.removeIf(other -> other.session().node() == socket.session().node());
    all.add(socket);
    return new Sockets(List.copyOf(all));
  }
}
