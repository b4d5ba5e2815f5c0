package io.evenkeel.messaging.bus;

import io.evenkeel.messaging.AuthEvent;
import io.evenkeel.messaging.CapabilityLearned;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.ConnectionFact;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.RegistryEvent;
import io.evenkeel.messaging.Replies;
import io.evenkeel.messaging.TransactionEvent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What services inject to say something. */
final class Publishers {

  @Produces
  @Singleton
  Publisher<ChargePointEvent> chargePointEvents(BusOut out) {
    return out::send;
  }

  @Produces
  @Singleton
  Publisher<TransactionEvent> transactionEvents(BusOut out) {
    return out::send;
  }

  @Produces
  @Singleton
  Publisher<CommandOutcome> commandOutcomes(BusOut out) {
    return out::send;
  }

  @Produces
  @Singleton
  Publisher<ConnectionFact> connections(BusOut out) {
    return out::send;
  }

  @Produces
  @Singleton
  Publisher<AuthEvent> authEvents(BusOut out) {
    return out::send;
  }

  @Produces
  @Singleton
  Publisher<RegistryEvent> registryEvents(BusOut out) {
    return out::send;
  }

  @Produces
  @Singleton
  Publisher<CapabilityLearned> learnedCapabilities(BusOut out) {
    return out::send;
  }

  @Produces
  @Singleton
  Replies replies(BusOut out) {
    return out::send;
  }
}
