package io.evenkeel.smartcharging.steering;

import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.Commands;
import io.evenkeel.ocpp.Request;
import io.evenkeel.smartcharging.SmartchargingConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends to charge points: never two things to one of them at the same time, whoever asks. */
@ApplicationScoped
class Courier {

  private final Commands commands;
  private final Duration timeout;
  private final MeterRegistry metrics;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  Courier(Commands commands, SmartchargingConfig config, MeterRegistry metrics) {
    this.commands = commands;
    this.timeout = config.commandTimeout();
    this.metrics = metrics;
  }

  /** Never fails; Expired, unsent, when something else is under way to the charge point. */
  Uni<CommandOutcome> send(String chargePoint, Request request) {
    return Uni.createFrom()
        .deferred(
            () ->
                busy.add(chargePoint)
                    ? commands
                        .send(chargePoint, request, timeout)
                        .onTermination()
                        .invoke(() -> busy.remove(chargePoint))
                    : Uni.createFrom().item(unsent(chargePoint)))
        .invoke(
            outcome ->
                metrics
                    .counter("evenkeel_smartcharging_commands", "outcome", outcome.outcome().name())
                    .increment());
  }

  private static CommandOutcome unsent(String chargePoint) {
    return new CommandOutcome(
        "", chargePoint, "", Outcome.Expired, null, null, "Another one is under way", null, null);
  }
}
