package io.evenkeel.messaging.bus;

import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.Command;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.Replies;
import io.evenkeel.messaging.Reply;
import io.evenkeel.messaging.Result;
import io.evenkeel.messaging.Samples;
import io.evenkeel.messaging.TransactionCall;
import io.evenkeel.messaging.flow.DeadLetters;
import io.evenkeel.messaging.flow.LaneLimits;
import io.evenkeel.messaging.flow.Lanes;
import io.evenkeel.ocpp.core.ClearCache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A service and a gateway as small as can be: reads events, answers calls and commands. */
@Singleton
public class BusApplication implements DeadLetters {

  @Inject Replies replies;
  @Inject Publisher<CommandOutcome> outcomes;

  volatile Function<ChargePointEvent, Uni<Void>> onEvent = _ -> Uni.createFrom().voidItem();
  final List<BusMessage> parked = new CopyOnWriteArrayList<>();
  final List<Command> commands = new CopyOnWriteArrayList<>();

  public void handleEvents(Function<ChargePointEvent, Uni<Void>> handler) {
    onEvent = handler;
  }

  public List<BusMessage> parked() {
    return parked;
  }

  public void reset() {
    onEvent = _ -> Uni.createFrom().voidItem();
    parked.clear();
    commands.clear();
  }

  @Incoming("test-charge-point-events-in")
  Flow.Subscriber<Message<ChargePointEvent>> events() {
    return Lanes.reading(
        "test.charge-point-events", LaneLimits.DEFAULT, event -> onEvent.apply(event), this);
  }

  @Incoming("test-transaction-calls-in")
  Flow.Subscriber<Message<TransactionCall>> calls() {
    return Lanes.reading("test.transaction-calls", LaneLimits.DEFAULT, this::answer, this);
  }

  @Incoming("test-commands-in")
  Flow.Subscriber<Message<Command>> commands() {
    return Lanes.reading("test.commands", LaneLimits.DEFAULT, this::obey, this);
  }

  private Uni<Void> obey(Command command) {
    commands.add(command);
    return outcomes.publish(
        new CommandOutcome(
            command.commandId(),
            command.chargePoint(),
            command.origin(),
            CommandOutcome.Outcome.Answered,
            new ClearCache.Response(ClearCache.Status.Accepted),
            null,
            null,
            Samples.NOW,
            Samples.NOW));
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
