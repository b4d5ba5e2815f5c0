package io.evenkeel.auth.bus;

import io.evenkeel.auth.AuthClock;
import io.evenkeel.auth.AuthConfig;
import io.evenkeel.auth.store.UntoldStore;
import io.evenkeel.messaging.flow.Overloaded;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes a {@link Telling} that a test needs. */
@ApplicationScoped
public class Tellings {

  private final UntoldStore store;
  private final AnswersUnderWay answers;
  private final AuthClock clock;
  private final Vertx vertx;
  private final AuthConfig config;

  Tellings(
      UntoldStore store, AnswersUnderWay answers, AuthClock clock, Vertx vertx, AuthConfig config) {
    this.store = store;
    this.answers = answers;
    this.clock = clock;
    this.vertx = vertx;
    this.config = config;
  }

  public Telling thatFail() {
    return new Telling(
        event -> Uni.createFrom().failure(new Overloaded("the bus")),
        store,
        answers,
        clock,
        vertx,
        config);
  }
}
