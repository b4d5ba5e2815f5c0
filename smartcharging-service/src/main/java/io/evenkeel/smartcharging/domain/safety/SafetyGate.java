package io.evenkeel.smartcharging.domain.safety;

/** The last word before anything is sent. */
@FunctionalInterface
public interface SafetyGate {

  /**
   * A change passes when, from the moment it is sent, every cell is within its limit at every
   * instant whatever the chargers do. At times where that is not so already, only what raises
   * nothing for certain passes: it is the way out.
   */
  SafetyGate STRICT =
      (now, connector, before, change) -> {
        Grid grid = now.grid();
        int[] asked = before.allows(change.course(), grid);
        int[] least = before.least(grid);
        int[] worst = before.worst(grid);
        int[] then = before.sending(change).worst(grid);
        for (int column = now.column(); column < grid.columns(); column++) {
          int more = Grid.at(then, column) - Grid.at(worst, column);
          if (Grid.at(asked, column) > Grid.at(least, column)
              && now.room(connector, column) < more) {
            return false;
          }
        }
        return true;
      };

  /**
   * @param now what may be drawn before the change
   * @param before what the connector may draw without the change
   */
  boolean permits(WorstCase now, int connector, Exposure before, Change change);
}
