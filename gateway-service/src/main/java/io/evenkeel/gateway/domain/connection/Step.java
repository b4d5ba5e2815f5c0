package io.evenkeel.gateway.domain.connection;

import java.util.List;

/** What a transition comes to: the state after it, and what is to be done, in this order. */
public record Step(ConnectionState next, List<Effect> effects) {

  public Step {
    effects = List.copyOf(effects);
  }
}
