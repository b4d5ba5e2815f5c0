package io.evenkeel.smartcharging.domain.live;

import java.util.List;

/**
 * How a site is shared out, and why so. Fair: everybody gets an equal or weighted share of what
 * there is now, as long as that is enough for all that drivers said and no hour is cheaper than
 * another. Planned: over the horizon.
 *
 * @param because in words
 */
public record Strategy(Kind kind, String because) {

  /** The ways there are. */
  public enum Kind {
    FAIR,
    PLANNED
  }

  /**
   * @param fair what fair shares are expected to come to
   */
  static Strategy of(LiveSite site, List<Draft> fair) {
    if (site.tariff().matters()) {
      return planned("When something is drawn makes a difference in money");
    }
    boolean anyStated = false;
    for (Draft draft : fair) {
      if (draft.session.wish().isStated()) {
        anyStated = true;
        Need need = Need.of(draft.session, site.at());
        double missing = need.energyWh() - Forecast.of(site, draft, need).energyWh();
        if (missing > Forecast.TRIFLE_WH) {
          return planned(
              "With an equal share %s would miss %.1f kWh of what its driver wants"
                  .formatted(
                      site.tree().connector(draft.session.connector()).id(), missing / 1000));
        }
      }
    }
    return new Strategy(
        Kind.FAIR,
        anyStated
            ? "Equal shares are enough for all that drivers said, and all hours cost the same"
            : "Nobody said when to go or how much is wanted, and all hours cost the same");
  }

  private static Strategy planned(String because) {
    return new Strategy(Kind.PLANNED, because);
  }
}
