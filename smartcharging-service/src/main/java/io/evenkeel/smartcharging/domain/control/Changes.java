package io.evenkeel.smartcharging.domain.control;

import java.util.List;

/** What is to be stored before anything is sent. */
public record Changes(List<ConnectorRecord> connectors, List<ChargePointRecord> chargePoints) {

  public Changes {
    connectors = List.copyOf(connectors);
    chargePoints = List.copyOf(chargePoints);
  }

  public boolean isEmpty() {
    return connectors.isEmpty() && chargePoints.isEmpty();
  }
}
