package io.evenkeel.transaction.inbox;

import io.evenkeel.messaging.Replies;
import io.evenkeel.messaging.Reply;
import io.evenkeel.messaging.Result;
import io.evenkeel.messaging.TransactionCall;
import io.evenkeel.messaging.flow.Lanes;
import io.evenkeel.ocpp.Response;
import io.evenkeel.transaction.TransactionConfig;
import io.evenkeel.transaction.TransactionConfig.Reading;
import io.evenkeel.transaction.domain.Entry;
import io.evenkeel.transaction.domain.Outcome;
import io.evenkeel.transaction.store.FactStore;
import io.evenkeel.transaction.store.TransactionDeadLetters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * StartTransaction and StopTransaction: entered in the ledger, told, answered, acknowledged, in
 * this order. A crash anywhere repeats the call, and what is repeated finds everything as it was.
 */
@ApplicationScoped
public class TransactionCallReader {

  private final FactStore facts;
  private final Telling telling;
  private final Replies replies;
  private final TransactionDeadLetters deadLetters;
  private final TransactionConfig config;
  private final InboxMetrics metrics;

  TransactionCallReader(
      FactStore facts,
      Telling telling,
      Replies replies,
      TransactionDeadLetters deadLetters,
      TransactionConfig config,
      InboxMetrics metrics) {
    this.facts = facts;
    this.telling = telling;
    this.replies = replies;
    this.deadLetters = deadLetters;
    this.config = config;
    this.metrics = metrics;
  }

  @Incoming("transaction-transaction-calls-in")
  public Flow.Subscriber<Message<TransactionCall>> calls() {
    return Lanes.reading(
        "transaction.transaction-calls", Reading.limits(config.reading()), this::on, deadLetters);
  }

  private Uni<Void> on(TransactionCall call) {
    return facts.enter(Entry.of(call)).chain(outcome -> told(call, outcome));
  }

  private Uni<Void> told(TransactionCall call, Outcome outcome) {
    metrics.answered(call.request());
    return telling.tell(outcome.events()).chain(() -> answer(call, outcome));
  }

  private Uni<Void> answer(TransactionCall call, Outcome outcome) {
    Response response = Objects.requireNonNull(outcome.response(), "a call has a response");
    return replies.reply(
        new Reply(call.callId(), call.chargePoint(), call.from(), new Result.Answered(response)));
  }
}
