package io.evenkeel.auth.bus;

import io.evenkeel.auth.AuthConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** The answers of this process that are being looked up or sent. */
@ApplicationScoped
class AnswersUnderWay {

  private static final Logger LOG = Logger.getLogger(AnswersUnderWay.class);

  private final Fence fence = new Fence();
  private final Duration patience;

  AnswersUnderWay(AuthConfig config) {
    patience = config.lookup().patience();
  }

  /** {@code answer}, known to be under way from its subscription to its end. */
  <T> Uni<T> during(Uni<T> answer) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Fence.Pass pass = fence.enter();
              return answer.onTermination().invoke(pass::leave);
            });
  }

  /**
   * Completes when all answers that are under way now have been given, or when whoever asked has
   * stopped waiting for them.
   */
  Uni<Void> given() {
    return fence
        .passed()
        .ifNoItem()
        .after(patience)
        .recoverWithUni(
            () -> {
              LOG.warnf("Answers are under way for longer than %s; not waiting for them", patience);
              return Uni.createFrom().voidItem();
            });
  }
}
