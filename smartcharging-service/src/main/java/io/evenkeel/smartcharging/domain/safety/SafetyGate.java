package io.evenkeel.smartcharging.domain.safety;

/** The last word before anything is sent. */
@FunctionalInterface
public interface SafetyGate {

  /**
   * A change passes when, from the moment it is sent, every cell is still within its limit whatever
   * the chargers do. Where that is not so already, only what raises nothing for certain passes: it
   * is the way out.
   */
  SafetyGate STRICT =
      (now, connector, before, change) ->
          change.limit() <= before.least()
              || now.hasRoomFor(connector, before.sending(change).worst() - before.worst());

  /**
   * @param now what may be drawn before the change
   * @param before what the connector may draw without the change
   */
  boolean permits(WorstCase now, int connector, Exposure before, Change change);
}
