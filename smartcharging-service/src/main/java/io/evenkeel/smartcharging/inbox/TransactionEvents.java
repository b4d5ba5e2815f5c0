package io.evenkeel.smartcharging.inbox;

import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.messaging.flow.LaneLimits;
import io.evenkeel.messaging.flow.Lanes;
import io.evenkeel.smartcharging.steering.Ear;
import io.evenkeel.smartcharging.store.SmartchargingDeadLetters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What transaction-service says. */
@ApplicationScoped
public class TransactionEvents {

  private final Ear ear;
  private final SmartchargingDeadLetters deadLetters;

  TransactionEvents(Ear ear, SmartchargingDeadLetters deadLetters) {
    this.ear = ear;
    this.deadLetters = deadLetters;
  }

  @Incoming("smartcharging-transaction-events-in")
  public Flow.Subscriber<Message<TransactionEvent>> transactionEvents() {
    return Lanes.reading(
        "smartcharging.transaction-events", LaneLimits.DEFAULT, ear::hear, deadLetters);
  }
}
