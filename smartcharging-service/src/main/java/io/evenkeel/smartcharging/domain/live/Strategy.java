package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.site.Outlook;
import java.util.Arrays;

/**
 * How a site is shared out, and why so. Fair: everybody gets an equal or weighted share now, and
 * nothing is put off, since nobody knows anything that speaks for it. Planned: over the horizon.
 *
 * @param because in words
 */
public record Strategy(Kind kind, String because) {

  /** The ways there are. */
  public enum Kind {
    FAIR,
    PLANNED
  }

  public static Strategy of(LiveSite site) {
    if (site.sessions().stream().anyMatch(session -> session.wish().isStated())) {
      return planned("A driver said when to go or how much is wanted");
    }
    if (site.tariff().matters()) {
      return planned("When something is drawn makes a difference in money");
    }
    if (varies(site.outlook())) {
      return planned("What the site may carry changes in the course of the horizon");
    }
    return new Strategy(
        Kind.FAIR, "Nobody said when to go or how much is wanted, and all hours are alike");
  }

  private static Strategy planned(String because) {
    return new Strategy(Kind.PLANNED, because);
  }

  private static boolean varies(Outlook outlook) {
    for (int[] cell : outlook.capacity()) {
      if (Arrays.stream(cell).anyMatch(room -> room != cell[0])) {
        return true;
      }
    }
    return false;
  }
}
