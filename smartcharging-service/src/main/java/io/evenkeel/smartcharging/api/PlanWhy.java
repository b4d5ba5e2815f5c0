package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.domain.live.Because;
import io.evenkeel.smartcharging.domain.live.Promise;
import io.evenkeel.smartcharging.domain.live.SitePlan;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.WallClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a session gets what it gets in a plan, and why it has something else now where it has.
 *
 * @param reason as in a solution document, and SATISFIED
 * @param node the node that decides
 * @param phase and its phase
 * @param at when: the node is full, or the lower price begins
 * @param price a kWh then
 * @param priceNow a kWh now
 * @param applied how what it has differs from what is desired, and why; absent when it does not
 * @param text in words, both
 */
public record PlanWhy(
    String reason,
    @Nullable String node,
    @Nullable String phase,
    @Nullable Instant at,
    @Nullable BigDecimal price,
    @Nullable BigDecimal priceNow,
    @Nullable LagDocument applied,
    String text) {

  static PlanWhy of(Promise promise, SitePlan plan, WallClock wall) {
    Instant madeAt = plan.madeAt();
    return switch (promise.because()) {
      case Because.NodeFull(String node, var phase, Instant at) ->
          new PlanWhy(
              "NODE_FULL",
              node,
              phase.name(),
              at,
              null,
              null,
              null,
              at.isAfter(madeAt)
                  ? "%s is full on %s at %s, and its charger stands no schedule that goes up until then"
                      .formatted(node, phase, wall.words(at, madeAt))
                  : "Shares what %s carries on %s with the others there".formatted(node, phase));
      case Because.Waiting(String node, var phase) ->
          at(
              "WAITING",
              node,
              phase.name(),
              "Waits: what is left on %s of %s is less than %s A; its schedule in /plan says when its turn is"
                  .formatted(phase, node, Amperes.of(Amperes.LEAST)));
      case Because.Priority(String node, var phase) ->
          at(
              "BEHIND",
              node,
              phase.name(),
              "Cars of a higher group come first on %s, phase %s".formatted(node, phase));
      case Because.Maximum() ->
          plain("CONNECTOR_MAXIMUM", "Gets all that its car, charger and cable stand");
      case Because.MaximumBelowMinimum() ->
          plain("MAXIMUM_BELOW_MINIMUM", belowMinimum(promise, plan));
      case Because.Price(Instant at, double price, double priceNow) ->
          price(begin(at, plan), rounded(price), rounded(priceNow), madeAt, wall);
      case Because.Peak() ->
          plain(
              "PEAK",
              "More at once would raise the site's highest import, which costs; there is time");
      case Because.Enough() ->
          plain("NEED_MET", "Gets what it needs by its departure without more");
      case Because.Satisfied() -> plain("SATISFIED", "Has got what was wanted");
      case Because.Balance(String node) ->
          new PlanWhy(
              "BALANCE",
              node,
              null,
              null,
              null,
              null,
              null,
              "More would load the phases of %s too unevenly".formatted(node));
      case Because.Periods(int most) ->
          plain(
              "PERIODS",
              "Its charger stands %d periods: it cannot follow what is free more closely"
                  .formatted(most));
    };
  }

  private static PlanWhy price(
      Instant from, BigDecimal price, BigDecimal priceNow, Instant madeAt, WallClock wall) {
    return new PlanWhy(
        "PRICE",
        null,
        null,
        from,
        price,
        priceNow,
        null,
        "Charges when it is cheaper: a kWh costs %s from %s on and %s now, and there is time"
            .formatted(price, wall.words(from, madeAt), priceNow));
  }

  /** When the price of that time begins, which may be before somebody charges at it. */
  private static Instant begin(Instant at, SitePlan plan) {
    Outlook outlook = plan.site().outlook();
    Tariff tariff = plan.site().tariff();
    int slot = (int) Duration.between(outlook.start(), at).dividedBy(outlook.slot());
    while (slot > 0 && tariff.price(slot - 1) == tariff.price(slot)) {
      slot--;
    }
    return plan.site().slotStart(slot);
  }

  private static String belowMinimum(Promise promise, SitePlan plan) {
    int wired = plan.site().tree().connector(promise.connector()).maximum();
    return wired < Amperes.LEAST
        ? "Its charger stands less than the least current a car charges with: "
            + Amperes.of(wired)
            + " A"
        : "Car or charger stand less than the least current that is to be had: see the car's maxA,"
            + " or the charge point's capabilities";
  }

  /** The same, and why it has something else now. */
  PlanWhy but(@Nullable LagDocument lag) {
    return lag == null
        ? this
        : new PlanWhy(reason, node, phase, at, price, priceNow, lag, text + lag.afterwards());
  }

  /** The same for the status, which says less. */
  WhyDocument brief() {
    return new WhyDocument(reason, node, phase, applied, text);
  }

  private static PlanWhy at(String reason, String node, String phase, String text) {
    return new PlanWhy(reason, node, phase, null, null, null, null, text);
  }

  private static PlanWhy plain(String reason, String text) {
    return new PlanWhy(reason, null, null, null, null, null, null, text);
  }

  private static BigDecimal rounded(double price) {
    return BigDecimal.valueOf(price).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
