package io.evenkeel.smartcharging.document;

import io.evenkeel.smartcharging.domain.allocation.Reason;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.site.Amperes;
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

  /** What is too small, the charger or the car, or the step between currents too large. */
  static Why belowMinimum(LoadSession session, LoadConnector connector) {
    String least = Amperes.of(session.min()) + " A";
    String text;
    if (connector.max() < session.min()) {
      text = "Its charger stands %s A, less than the car's least current, %s";
      text = text.formatted(Amperes.of(connector.max()), least);
    } else if (session.max() < session.min()) {
      text = "The car takes %s A at most, less than its least current, %s";
      text = text.formatted(Amperes.of(session.max()), least);
    } else {
      text = "No multiple of stepA lies between the car's least current, %s, and its most";
      text = text.formatted(least);
    }
    return plain("MAXIMUM_BELOW_MINIMUM", text);
  }

  /** For one slot's allocation. */
  static Why of(Reason reason, LoadSession session, LoadConnector connector) {
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
      case Reason.MaximumBelowMinimum() -> belowMinimum(session, connector);
    };
  }
}
