package io.evenkeel.smartcharging.inbox;

import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.flow.LaneLimits;
import io.evenkeel.messaging.flow.Lanes;
import io.evenkeel.smartcharging.steering.Ear;
import io.evenkeel.smartcharging.store.SmartchargingDeadLetters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What the gateway nodes say. */
@ApplicationScoped
public class ChargePointEvents {

  private final Ear ear;
  private final SmartchargingDeadLetters deadLetters;

  ChargePointEvents(Ear ear, SmartchargingDeadLetters deadLetters) {
    this.ear = ear;
    this.deadLetters = deadLetters;
  }

  @Incoming("smartcharging-charge-point-events-in")
  public Flow.Subscriber<Message<ChargePointEvent>> chargePointEvents() {
    return Lanes.reading(
        "smartcharging.charge-point-events", LaneLimits.DEFAULT, ear::hear, deadLetters);
  }
}
