package io.evenkeel.transaction.domain;

import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.ocpp.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows once an {@link Entry} is committed; the same again when it is repeated.
 *
 * @param response to the charge point; null when the entry was no call
 * @param events to be told, in this order, before the response leaves
 */
public record Outcome(@Nullable Response response, List<TransactionEvent> events) {

  static final Outcome NOTHING = new Outcome(null, List.of());

  public Outcome {
    events = List.copyOf(events);
  }
}
