package io.evenkeel.auth.bus;

import io.evenkeel.auth.AuthClock;
import io.evenkeel.auth.AuthConfig;
import io.evenkeel.auth.store.AuthDeadLetters;
import io.evenkeel.messaging.AuthorizationCall;
import io.evenkeel.messaging.Replies;
import io.evenkeel.messaging.Reply;
import io.evenkeel.messaging.Result;
import io.evenkeel.messaging.flow.LaneLimits;
import io.evenkeel.messaging.flow.Lanes;
import io.evenkeel.messaging.flow.Transient;
import io.evenkeel.ocpp.ErrorCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** Answers the gateways' questions about idTags. */
@ApplicationScoped
public class AuthorizationReader {

  private static final Logger LOG = Logger.getLogger(AuthorizationReader.class);

  private final Decisions decisions;
  private final Replies replies;
  private final AnswersUnderWay underWay;
  private final AuthDeadLetters deadLetters;
  private final AuthClock clock;
  private final AuthConfig config;
  private final MeterRegistry meters;
  private final AtomicBoolean failing = new AtomicBoolean();

  AuthorizationReader(
      Decisions decisions,
      Replies replies,
      AnswersUnderWay underWay,
      AuthDeadLetters deadLetters,
      AuthClock clock,
      AuthConfig config,
      MeterRegistry meters) {
    this.decisions = decisions;
    this.replies = replies;
    this.underWay = underWay;
    this.deadLetters = deadLetters;
    this.clock = clock;
    this.config = config;
    this.meters = meters;
  }

  @Incoming("auth-authorization-calls-in")
  public Flow.Subscriber<Message<AuthorizationCall>> authorizationCalls() {
    return Lanes.reading("auth.authorization-calls", LaneLimits.DEFAULT, this::answer, deadLetters);
  }

  Uni<Void> answer(AuthorizationCall call) {
    // clocks differ between machines, so a call is left unanswered only when it is long overdue
    if (clock.instant().isAfter(call.deadline().plus(config.lookup().patience()))) {
      count("overdue");
      return Uni.createFrom().voidItem();
    }
    Uni<Result> result =
        decisions
            .decide(call.idTag())
            .<Result>map(Result.Decided::new)
            .invoke(this::succeeded)
            .onFailure(Transient::is)
            .recoverWithItem(this::failed);
    return underWay.during(
        result.chain(
            answer ->
                replies.reply(new Reply(call.callId(), call.chargePoint(), call.from(), answer))));
  }

  private void succeeded(Result result) {
    if (result instanceof Result.Decided(var authorization)) {
      count(authorization.status().wire());
    }
    if (failing.get() && failing.compareAndSet(true, false)) {
      LOG.info("idTags are looked up again");
    }
  }

  /**
   * At once and not after a retry: the gateway has a policy for this, and the driver stands there.
   */
  private Result failed(Throwable cause) {
    count("failed");
    if (failing.compareAndSet(false, true)) {
      LOG.warnf("idTags cannot be looked up, gateways fall back on their policy: %s", cause);
    }
    return new Result.Failed(ErrorCode.InternalError, "idTags cannot be looked up at the moment");
  }

  private void count(String outcome) {
    meters.counter("evenkeel_auth_decisions", "outcome", outcome).increment();
  }
}
