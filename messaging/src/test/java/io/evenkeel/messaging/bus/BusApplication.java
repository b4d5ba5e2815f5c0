package io.evenkeel.messaging.bus;

import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.Replies;
import io.evenkeel.messaging.Reply;
import io.evenkeel.messaging.Result;
import io.evenkeel.messaging.Samples;
import io.evenkeel.messaging.TransactionCall;
import io.evenkeel.messaging.flow.DeadLetters;
import io.evenkeel.messaging.flow.LaneLimits;
import io.evenkeel.messaging.flow.Lanes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A service as small as can be: reads events, answers calls. */
@ApplicationScoped
public class BusApplication implements DeadLetters {

  @Inject Replies replies;

  volatile Function<ChargePointEvent, Uni<Void>> onEvent = _ -> Uni.createFrom().voidItem();
  final List<BusMessage> parked = new CopyOnWriteArrayList<>();

  @Incoming("test-charge-point-events-in")
  Flow.Subscriber<Message<ChargePointEvent>> events() {
    return Lanes.reading(
        "test.charge-point-events", LaneLimits.DEFAULT, event -> onEvent.apply(event), this);
  }

  @Incoming("test-transaction-calls-in")
  Flow.Subscriber<Message<TransactionCall>> calls() {
    return Lanes.reading("test.transaction-calls", LaneLimits.DEFAULT, this::answer, this);
  }

  private Uni<Void> answer(TransactionCall call) {
    return replies.reply(
        new Reply(
            call.callId(),
            call.chargePoint(),
            call.from(),
            new Result.Answered(Samples.started(42))));
  }

  @Override
  public <T extends BusMessage> Uni<Void> park(String reader, T message, Throwable cause) {
    parked.add(message);
    return Uni.createFrom().voidItem();
  }
}
