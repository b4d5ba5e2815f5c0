package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.smartcharging.domain.composite.SetByHand;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of charge points when a site begins to be controlled.
 *
 * @param socket the current socket of a charge point; null when it is not connected
 * @param capabilities what it stands
 * @param learned what steering it taught
 * @param byHand profiles of others that it may hold
 */
public record Origins(
    Function<String, @Nullable SessionRef> socket,
    Function<String, Capabilities> capabilities,
    Function<String, Learned> learned,
    Function<String, SetByHand> byHand) {

  /** Nothing was learned of the charge points, and nobody else set profiles. */
  public Origins(
      Function<String, @Nullable SessionRef> socket, Function<String, Capabilities> capabilities) {
    this(socket, capabilities, _ -> Learned.NOTHING, _ -> SetByHand.NOTHING);
  }

  ChargePointState chargePoint(String name) {
    return new ChargePointState(
        name,
        capabilities.apply(name),
        learned.apply(name),
        byHand.apply(name),
        socket.apply(name));
  }
}
