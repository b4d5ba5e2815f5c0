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
        Load asked = before.allows(change, grid);
        int[] least = before.least(change, grid);
        Load worst = before.load(grid);
        Load then = before.sending(change).load(grid);
        for (int phase = 0; phase < now.phases(connector); phase++) {
          for (int column = now.column(); column < grid.columns(); column++) {
            int more = Grid.at(then.on(phase), column) - Grid.at(worst.on(phase), column);
            if (Grid.at(asked.on(phase), column) > Grid.at(least, column)
                && now.room(connector, phase, column) < more) {
              return false;
            }
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
