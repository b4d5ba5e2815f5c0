package io.evenkeel.smartcharging.document;

import io.evenkeel.smartcharging.domain.allocation.Reason;
import io.evenkeel.smartcharging.domain.site.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Why a session gets what it gets and not more.
 *
 * @param reason one word
 * @param node the node that decides, when one does
 * @param phase and its phase
 * @param text the same as a sentence
 */
record Why(String reason, @Nullable String node, @Nullable String phase, String text) {

  static Why plain(String reason, String text) {
    return new Why(reason, null, null, text);
  }

  static Why at(String reason, String node, Phase phase, String text) {
    return new Why(reason, node, phase.name(), text.formatted(node, phase));
  }

  /** For one slot's allocation. */
  static Why of(Reason reason) {
    return switch (reason) {
      case Reason.NodeFull(String node, Phase phase) ->
          at("NODE_FULL", node, phase, "Shares what %s carries on %s with the others there");
      case Reason.Waiting(String node, Phase phase) ->
          at("WAITING", node, phase, "What is left of %s on %s is less than its least current");
      case Reason.Behind(String node, Phase phase) ->
          at("BEHIND", node, phase, "A group of higher priority uses %s on %s");
      case Reason.ConnectorMaximum() ->
          plain("CONNECTOR_MAXIMUM", "Gets all that its charger and cable stand");
      case Reason.CarMaximum() -> plain("CAR_MAXIMUM", "Gets all that the car takes");
      case Reason.MaximumBelowMinimum() ->
          plain("MAXIMUM_BELOW_MINIMUM", "Its charger stands less than the car's least current");
    };
  }
}
