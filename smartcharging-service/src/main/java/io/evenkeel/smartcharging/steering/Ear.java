package io.evenkeel.smartcharging.steering;

import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.messaging.TransactionEvent.Metered;
import io.evenkeel.smartcharging.store.LostLeadership;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Hears what is told on the bus. What a site follows from a fact is stored when the result
 * completes; readings are noted in memory, and notifications pass by: they are the bulk of what is
 * told.
 */
@ApplicationScoped
public class Ear {

  private static final Uni<Void> DONE = Uni.createFrom().voidItem();

  private final Leadership leadership;
  private final Sites sites;
  private final Roster roster;
  private final Stays stays;

  Ear(Leadership leadership, Sites sites, Roster roster, Stays stays) {
    this.leadership = leadership;
    this.sites = sites;
    this.roster = roster;
    this.stays = stays;
  }

  public Uni<Void> hear(TransactionEvent event) {
    if (event instanceof Metered metered) {
      stays.heard(metered);
      return sites.tell(event);
    }
    roster.heard(event);
    return leadership.decided().chain(() -> tell(event));
  }

  /** What the site follows is not to wait until it is written who is there. */
  private Uni<Void> tell(TransactionEvent event) {
    Uni<Void> known =
        stays
            .heard(event, leadership.epoch())
            .onFailure(LostLeadership.class)
            .transform(_ -> leadership.isLost());
    return Uni.combine().all().unis(sites.tell(event), known).discardItems();
  }

  public Uni<Void> hear(ChargePointEvent event) {
    if (event instanceof ChargePointEvent.Notified) {
      return DONE;
    }
    roster.heard(event);
    return leadership.decided().chain(() -> sites.tell(event));
  }
}
