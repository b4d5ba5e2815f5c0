package io.evenkeel.transaction.inbox;

import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.core.StartTransaction;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What came in, for operators. */
@ApplicationScoped
class InboxMetrics {

  private final Counter starts;
  private final Counter stops;
  private final Counter readings;
  private final Counter statuses;

  InboxMetrics(MeterRegistry registry) {
    starts = registry.counter("evenkeel_transaction_calls", "action", "StartTransaction");
    stops = registry.counter("evenkeel_transaction_calls", "action", "StopTransaction");
    readings = registry.counter("evenkeel_transaction_meter_readings");
    statuses = registry.counter("evenkeel_transaction_status_reports");
  }

  void answered(Request request) {
    (request instanceof StartTransaction.Request ? starts : stops).increment();
  }

  void metered(int count) {
    readings.increment(count);
  }

  void reported() {
    statuses.increment();
  }
}
