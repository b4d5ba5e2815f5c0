package io.evenkeel.transaction.domain;

/** A connector of a charge point; 0 is the charge point itself. */
public record Connector(String chargePoint, int connectorId) implements Comparable<Connector> {

  @Override
  public int compareTo(Connector other) {
    int byChargePoint = chargePoint.compareTo(other.chargePoint);
    return byChargePoint != 0 ? byChargePoint : Integer.compare(connectorId, other.connectorId);
  }
}
