package io.evenkeel.gateway.socket;

/** Is told when a charge point begins to work. */
public interface BootListener {

  /** Its BootNotification was answered Accepted, just now. Called on the socket's event loop. */
  void accepted(Connection connection);
}
