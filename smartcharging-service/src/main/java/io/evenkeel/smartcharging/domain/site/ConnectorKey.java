package io.evenkeel.smartcharging.domain.site;

/** A connector as OCPP names it. */
public record ConnectorKey(String chargePoint, int connectorId)
    implements Comparable<ConnectorKey> {

  @Override
  public int compareTo(ConnectorKey other) {
    int byName = chargePoint.compareTo(other.chargePoint);
    return byName != 0 ? byName : Integer.compare(connectorId, other.connectorId);
  }

  @Override
  public String toString() {
    return chargePoint + "-" + connectorId;
  }
}
