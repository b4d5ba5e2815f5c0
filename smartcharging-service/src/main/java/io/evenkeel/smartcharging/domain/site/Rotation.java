package io.evenkeel.smartcharging.domain.site;

/**
 * How a connector is wired: letter i names the grid phase behind connector phase i, where R, S, T
 * stand for L1, L2, L3 (OCPP 1.6 section 9.1.8, ConnectorPhaseRotation).
 */
public enum Rotation {
  RST,
  RTS,
  SRT,
  STR,
  TRS,
  TSR;

  /**
   * The grid phase behind a phase of the connector.
   *
   * @param connectorPhase 0, 1 or 2
   */
  public Phase grid(int connectorPhase) {
    return switch (name().charAt(connectorPhase)) {
      case 'R' -> Phase.L1;
      case 'S' -> Phase.L2;
      default -> Phase.L3;
    };
  }
}
