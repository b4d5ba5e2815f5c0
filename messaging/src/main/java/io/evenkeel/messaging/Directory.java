package io.evenkeel.messaging;

import java.util.Map;
import java.util.Optional;

/** Which node holds which charge point, folded from the channel {@code connections}. */
public interface Directory {

  /** The current socket of the charge point, empty when it is not connected anywhere. */
  Optional<SessionRef> sessionOf(String chargePoint);

  /** A copy of all that is connected. */
  Map<String, SessionRef> connected();
}
