package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.domain.allocation.Reason;
import io.evenkeel.smartcharging.domain.control.SiteStatus.ConnectorStatus;
import io.evenkeel.smartcharging.domain.site.Amperes;
import org.jspecify.annotations.Nullable;

/**
 * Why a connector is to get what it is to get, and why it has something else where it has.
 *
 * @param reason NODE_FULL, CONNECTOR_MAXIMUM, CAR_MAXIMUM, WAITING, BEHIND, MAXIMUM_BELOW_MINIMUM,
 *     PLANNING (not known yet), DISOBEYS (it draws or allows more than it was told), or the
 *     connector's standing when it takes no part in the allocation
 * @param node the node that decides
 * @param phase and its phase
 * @param applied how what it has differs from that, and why; absent when it does not
 * @param text in words, both
 */
public record WhyDocument(
    String reason,
    @Nullable String node,
    @Nullable String phase,
    @Nullable LagDocument applied,
    String text) {

  /** The same, and why it has something else. */
  WhyDocument but(@Nullable LagDocument lag) {
    return lag == null ? this : new WhyDocument(reason, node, phase, lag, text + lag.afterwards());
  }

  static WhyDocument of(ConnectorStatus one) {
    return switch (one.standing()) {
      case CHARGING -> disobeys(one) ? disobeying(one) : of(one, one.reason());
      case IDLE -> plain("IDLE", "No transaction runs; the default is what a car may begin with");
      case REPLAYED ->
          plain(
              "REPLAYED",
              "Its start was told late; it gets a profile of its own when it is seen charging");
      case OFFLINE -> plain("OFFLINE", "Not connected; what it may draw stays reserved for it");
      case SILENT ->
          plain(
              "SILENT",
              "Did not take the last profile; what it may draw stays reserved until it does");
      case BY_HAND ->
          plain(
              "BY_HAND",
              "Somebody set a charging profile by hand that may come before ours; what it allows,"
                  + " "
                  + Amperes.of(one.exposure().conduct().byHand())
                  + " A, stays reserved until it is cleared");
      case UNCONTROLLED ->
          plain("UNCONTROLLED", "Takes no charging profiles; its maximum stays reserved for it");
    };
  }

  /** It has no share then: what it does is taken off what there is. */
  static boolean disobeys(ConnectorStatus one) {
    return one.exposure().conduct().drawn() > 0;
  }

  private static WhyDocument disobeying(ConnectorStatus one) {
    return plain(
        "DISOBEYS",
        "Draws, or allows, more than it was told: %s A are left to it until it obeys"
            .formatted(Amperes.of(one.mayDraw())));
  }

  private static WhyDocument of(ConnectorStatus one, @Nullable Reason reason) {
    return switch (reason) {
      case null -> plain("PLANNING", "Its share is about to be worked out");
      case Reason.NodeFull(String node, var phase) ->
          new WhyDocument(
              "NODE_FULL",
              node,
              phase.name(),
              null,
              "Shares what %s carries on %s equally with the others there".formatted(node, phase));
      case Reason.ConnectorMaximum() ->
          plain("CONNECTOR_MAXIMUM", "Gets all that its charger and cable stand");
      case Reason.CarMaximum() -> plain("CAR_MAXIMUM", "Gets all that the car takes");
      case Reason.Behind(String node, var phase) ->
          new WhyDocument(
              "BEHIND",
              node,
              phase.name(),
              null,
              "Comes after a group of higher priority that uses %s of %s".formatted(phase, node));
      case Reason.Waiting(String node, var phase) ->
          new WhyDocument(
              "WAITING",
              node,
              phase.name(),
              null,
              "Waits: what is left on %s of %s is less than %s A; the longest waiting is next"
                  .formatted(phase, node, Amperes.of(Amperes.LEAST)));
      case Reason.MaximumBelowMinimum() ->
          plain(
              "MAXIMUM_BELOW_MINIMUM",
              "Its charger stands less than the least current a car charges with: "
                  + Amperes.of(one.connector().maximum())
                  + " A");
    };
  }

  private static WhyDocument plain(String reason, String text) {
    return new WhyDocument(reason, null, null, null, text);
  }
}
