package io.evenkeel.smartcharging.domain.live;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a site is shared out, and why so. Fair: everybody gets an equal or weighted share of what
 * there is now, as long as that is enough for all that drivers said and no hour is cheaper than
 * another. Assured: who would be left short by that gets an even level to the departure, the others
 * share the rest. Planned: over the horizon, where that is not enough either, or money matters.
 *
 * @param because in words
 */
public record Strategy(Kind kind, String because) {

  /** The ways there are. */
  public enum Kind {
    FAIR,
    ASSURED,
    PLANNED
  }

  /** Where prices or a demand charge say when. */
  static final Strategy MONEY = planned("When something is drawn makes a difference in money");

  /**
   * Where money says nothing.
   *
   * @param fair what fair shares are expected to come to
   */
  static Strategy of(LiveSite site, List<Draft> fair) {
    List<Draft> missed = missed(site, fair);
    if (!missed.isEmpty()) {
      return planned(
          missed.stream()
              .map(draft -> site.tree().connector(draft.session.connector()).id())
              .collect(Collectors.joining(", ", "An equal share would not be enough for ", "")));
    }
    boolean anyStated = fair.stream().anyMatch(draft -> draft.session.wish().isStated());
    return new Strategy(
        Kind.FAIR,
        anyStated
            ? "Equal shares are enough for all that drivers said, and all hours cost the same"
            : "Nobody said when to go or how much is wanted, and all hours cost the same");
  }

  /** Whose driver said something, and does not get it. */
  static List<Draft> missed(LiveSite site, List<Draft> drafts) {
    return drafts.stream()
        .filter(draft -> draft.session.wish().isStated())
        .filter(
            draft -> {
              Need need = Need.of(draft.session, site.at());
              return need.energyWh() - Forecast.of(site, draft, need).energyWh()
                  > Forecast.TRIFLE_WH;
            })
        .toList();
  }

  private static Strategy planned(String because) {
    return new Strategy(Kind.PLANNED, because);
  }
}
