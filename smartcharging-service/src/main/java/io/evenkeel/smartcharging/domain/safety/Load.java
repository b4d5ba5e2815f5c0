package io.evenkeel.smartcharging.domain.safety;

/**
 * What a connector loads over time, phase by phase: its first phases, which the car of the running
 * transaction uses, and the others that are wired. Levels are laid out as {@link Grid} says.
 *
 * @param phases how many the car uses
 * @param car the level of each of them, in tenths of an ampere
 * @param others the level of each other one
 */
public record Load(int phases, int[] car, int[] others) {

  private static final int[] NOTHING = {0};

  /** Of a connector that draws nothing. */
  public static final Load NONE = even(NOTHING);

  /** The same on all phases. */
  public static Load even(int[] levels) {
    return new Load(0, levels, levels);
  }

  /** On the phases that the car uses alone. */
  public static Load of(int phases, int[] levels) {
    return new Load(phases, levels, NOTHING);
  }

  /**
   * The levels of one phase.
   *
   * @param phase of the connector, counted from 0
   */
  public int[] on(int phase) {
    return phase < phases ? car : others;
  }

  /** Nowhere less than that; the same object when that is so already. */
  public Load atLeast(int level) {
    int[] moreOfCar = atLeast(car, level);
    int[] moreOfOthers = car == others ? moreOfCar : atLeast(others, level);
    return moreOfCar == car && moreOfOthers == others
        ? this
        : new Load(phases, moreOfCar, moreOfOthers);
  }

  private static int[] atLeast(int[] levels, int level) {
    int[] more = levels;
    for (int i = 0; i < levels.length; i++) {
      if (levels[i] < level) {
        more = more == levels ? levels.clone() : more;
        more[i] = level;
      }
    }
    return more;
  }
}
