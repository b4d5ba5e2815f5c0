package io.evenkeel.gateway.domain.connection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Our calls: one is out at a time, the others wait in order. */
public sealed interface Outbound {

  /** Nothing is out. */
  record Idle() implements Outbound {}

  /**
   * One is out.
   *
   * @param waiting the later ones, oldest first
   */
  record Awaiting(Order order, Instant sentAt, List<Order> waiting) implements Outbound {
    public Awaiting {
      waiting = List.copyOf(waiting);
    }

    Awaiting plus(Order later) {
      var more = new ArrayList<>(waiting);
      more.add(later);
      return new Awaiting(order, sentAt, more);
    }
  }

  /**
   * None is out: the first names a transaction whose id the charge point is being told.
   *
   * @param waiting oldest first, at least one
   */
  record Held(List<Order> waiting) implements Outbound {
    public Held {
      waiting = List.copyOf(waiting);
    }

    Held plus(Order later) {
      var more = new ArrayList<>(waiting);
      more.add(later);
      return new Held(more);
    }
  }

  Outbound IDLE = new Idle();
}
