package io.evenkeel.smartcharging.domain.site;

/** A phase of the grid. */
public enum Phase {
  L1,
  L2,
  L3;

  /** How many there are. */
  public static final int COUNT = 3;

  private static final Phase[] ALL = values();

  static Phase at(int ordinal) {
    return ALL[ordinal];
  }
}
