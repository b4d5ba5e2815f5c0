package io.evenkeel.gateway.kit;

import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.flow.LaneLimits;
import io.evenkeel.messaging.flow.Lanes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears the outcome of every command, whoever asked. */
@ApplicationScoped
public class Outcomes {

  private final List<CommandOutcome> heard = new CopyOnWriteArrayList<>();

  @Incoming("test-command-outcomes-in")
  public Flow.Subscriber<Message<CommandOutcome>> commandOutcomes() {
    return Lanes.reading(
        "test.command-outcomes",
        LaneLimits.DEFAULT,
        outcome -> {
          heard.add(outcome);
          return Uni.createFrom().voidItem();
        },
        new NoDeadLetters());
  }

  public List<CommandOutcome> of(String commandId) {
    return heard.stream().filter(outcome -> outcome.commandId().equals(commandId)).toList();
  }
}
