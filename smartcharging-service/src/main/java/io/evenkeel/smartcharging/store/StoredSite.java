package io.evenkeel.smartcharging.store;

import io.evenkeel.smartcharging.domain.control.ChargePointRecord;
import io.evenkeel.smartcharging.domain.control.ConnectorRecord;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import java.util.List;

/** A site with all that is kept about its connectors. */
public record StoredSite(
    SiteDefinition definition,
    List<ConnectorRecord> connectors,
    List<ChargePointRecord> chargePoints) {

  public StoredSite {
    connectors = List.copyOf(connectors);
    chargePoints = List.copyOf(chargePoints);
  }
}
