package io.evenkeel.smartcharging.world;

import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.TransactionEvent;
import java.time.Instant;
import java.util.function.Supplier;

/** From the chargers to the service: in order per charger and topic, sooner or later. */
final class Bus {

  private final Timeline timeline;
  private final Network network;
  private final Service service;

  Bus(Timeline timeline, Network network, Service service) {
    this.timeline = timeline;
    this.network = network;
    this.service = service;
  }

  /** What a charger tells: now, or when it is connected again. */
  void tell(Link link, Supplier<TransactionEvent> event) {
    if (link.online()) {
      tellNow(link, event.get());
    } else {
      link.untold.add(() -> tellNow(link, event.get()));
    }
  }

  private void tellNow(Link link, TransactionEvent event) {
    link.lastTransactionEventAt = next(link.lastTransactionEventAt);
    timeline.at(
        link.lastTransactionEventAt,
        () -> {
          if (!(event instanceof TransactionEvent.Metered)) {
            timeline.note("told " + event);
          }
          service.tell(event);
        });
  }

  /** What a gateway node tells of a charger. */
  void told(Link link, ChargePointEvent event) {
    link.lastChargePointEventAt = next(link.lastChargePointEventAt);
    timeline.at(
        link.lastChargePointEventAt,
        () -> {
          timeline.note("told " + event);
          service.tell(event);
        });
  }

  private Instant next(Instant last) {
    Instant soon = timeline.now().plus(network.delay());
    return soon.isAfter(last) ? soon : last;
  }
}
