package io.evenkeel.gateway.domain.connection;

/** Why a socket ended. The label is the metric's tag and the cause told in events. */
public enum DisconnectCause {
  /** The charge point closed, or its TCP connection ended. */
  PEER_CLOSED("peer-closed", 1000, ""),
  /** Nothing came from the charge point, not even an answer to a ping. */
  PEER_SILENT("peer-silent", 1001, "no sign of life"),
  /** A newer socket of the same charge point took over, on this node or on another. */
  SUPERSEDED("superseded", 1008, "a newer connection took over"),
  /** The charge point was deleted from the registry. */
  REMOVED("removed", 1008, "not registered any more"),
  /** None of the subprotocols offered is spoken here. */
  NO_SUBPROTOCOL("no-subprotocol", 1002, "subprotocol ocpp1.6 is required"),
  /** A message was longer than the limit. */
  TOO_BIG("too-big", 1009, "message too big"),
  /** A text message was not UTF-8. */
  NOT_UTF8("not-utf8", 1007, "text is not UTF-8"),
  /** A frame broke RFC 6455. */
  BAD_FRAME("bad-frame", 1002, "malformed WebSocket frame"),
  /** More calls were sent without waiting than are kept. */
  FLOOD("flood", 1008, "too many calls without waiting for answers"),
  /** This node is going down; the charge point is welcome elsewhere, or here a little later. */
  DRAINED("drained", 1012, "service restart"),
  /** A fault of ours. */
  FAULT("fault", 1011, "internal error");

  private final String label;
  private final short code;
  private final String reason;

  DisconnectCause(String label, int code, String reason) {
    this.label = label;
    this.code = (short) code;
    this.reason = reason;
  }

  public String label() {
    return label;
  }

  /** Close code (RFC 6455 section 7.4) sent to the charge point. */
  public short code() {
    return code;
  }

  public String reason() {
    return reason;
  }
}
