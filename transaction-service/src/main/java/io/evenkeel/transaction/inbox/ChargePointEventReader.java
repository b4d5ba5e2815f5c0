package io.evenkeel.transaction.inbox;

import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.flow.Lanes;
import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.core.StatusNotification;
import io.evenkeel.transaction.TransactionConfig;
import io.evenkeel.transaction.TransactionConfig.Reading;
import io.evenkeel.transaction.domain.Entry;
import io.evenkeel.transaction.domain.Leniency;
import io.evenkeel.transaction.domain.MeterReading;
import io.evenkeel.transaction.domain.Metering;
import io.evenkeel.transaction.domain.StatusReport;
import io.evenkeel.transaction.store.FactStore;
import io.evenkeel.transaction.store.TransactionDeadLetters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Statuses, meter values and boots; what else charge points tell belongs to others. */
@ApplicationScoped
public class ChargePointEventReader {

  private final FactStore facts;
  private final ThoughtOver thoughtOver;
  private final Telling telling;
  private final TransactionDeadLetters deadLetters;
  private final TransactionConfig config;
  private final InboxMetrics metrics;

  ChargePointEventReader(
      FactStore facts,
      ThoughtOver thoughtOver,
      Telling telling,
      TransactionDeadLetters deadLetters,
      TransactionConfig config,
      InboxMetrics metrics) {
    this.facts = facts;
    this.thoughtOver = thoughtOver;
    this.telling = telling;
    this.deadLetters = deadLetters;
    this.config = config;
    this.metrics = metrics;
  }

  @Incoming("transaction-charge-point-events-in")
  public Flow.Subscriber<Message<ChargePointEvent>> events() {
    return Lanes.reading(
        "transaction.charge-point-events", Reading.limits(config.reading()), this::on, deadLetters);
  }

  private Uni<Void> on(ChargePointEvent event) {
    return switch (event) {
      case ChargePointEvent.Notified notified -> on(notified);
      case ChargePointEvent.Booted booted -> on(booted);
      case ChargePointEvent.Connected _,
          ChargePointEvent.Disconnected _,
          ChargePointEvent.CapabilitiesKnown _,
          ChargePointEvent.ProfileChanged _ ->
          Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> on(ChargePointEvent.Notified notified) {
    return switch (notified.request()) {
      case MeterValues.Request values -> on(notified, values);
      case StatusNotification.Request status -> on(notified, status);
      default -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> on(ChargePointEvent.Notified notified, MeterValues.Request values) {
    List<MeterReading> readings =
        MeterReading.all(
            notified.chargePoint(),
            values,
            notified.receivedAt(),
            Leniency.of(notified.remarks(), notified.raw()));
    if (readings.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    metrics.metered(readings.size());
    Uni<Void> kept = facts.keep(readings);
    Integer transactionId = values.transactionId();
    return (transactionId != null && thoughtOver.contains(transactionId)
            ? kept.chain(() -> alive(notified, transactionId, readings))
            : kept)
        .chain(
            () -> Metering.told(readings).map(telling::tell).orElseGet(Uni.createFrom()::voidItem));
  }

  private Uni<Void> alive(
      ChargePointEvent.Notified notified, int transactionId, List<MeterReading> readings) {
    return facts
        .enter(
            new Entry.Alive(
                notified.chargePoint(),
                notified.receivedAt(),
                transactionId,
                readings.getLast().at()))
        .chain(
            outcome ->
                telling
                    .tell(outcome.events())
                    .invoke(() -> thoughtOver.settle(transactionId, outcome)));
  }

  private Uni<Void> on(ChargePointEvent.Notified notified, StatusNotification.Request status) {
    metrics.reported();
    return facts
        .keep(
            StatusReport.of(
                notified.chargePoint(),
                status,
                notified.receivedAt(),
                Leniency.of(notified.remarks(), notified.raw())))
        .chain(changed -> changed.map(telling::tell).orElseGet(Uni.createFrom()::voidItem));
  }

  private Uni<Void> on(ChargePointEvent.Booted booted) {
    return facts
        .enter(Entry.of(booted))
        .chain(
            outcome -> {
              thoughtOver.add(outcome);
              return telling.tell(outcome.events());
            });
  }
}
