package io.evenkeel.simulator;

/** When a virtual charge point sends BootNotification by itself. */
public enum BootPolicy {
  /** At its first connection and after a reset; a connection that comes back just goes on. */
  FirstConnection,
  /** At every connection. */
  EveryConnection,
  /** Only when {@link VirtualChargePoint#boot()} is called; until then it keeps quiet. */
  Manual,
  /** Never: it behaves as one that was accepted in an earlier connection. */
  Never
}
