package io.evenkeel.smartcharging.domain.safety;

/** The last word before anything is sent. */
@FunctionalInterface
public interface SafetyGate {

  /**
   * Nothing passes that could let a cell carry more than its limit. What does not raise the most that
   * a connector may draw always passes, also where a limit is exceeded already: it is the way out.
   */
  SafetyGate STRICT =
      (now, connector, before, after) ->
          after <= before || now.hasRoomFor(connector, after - before);

  /**
   * @param now what may be drawn before the change
   * @param before the most that the connector may draw without the change
   * @param after the most that it may draw from the moment the change is sent
   */
  boolean permits(WorstCase now, int connector, int before, int after);
}
