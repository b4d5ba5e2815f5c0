package io.evenkeel.smartcharging.domain.site;

/** How much a node carries on each phase of the grid. */
public record PhaseLimits(int l1, int l2, int l3) {

  public static PhaseLimits even(int limit) {
    return new PhaseLimits(limit, limit, limit);
  }

  public int on(Phase phase) {
    return switch (phase) {
      case L1 -> l1;
      case L2 -> l2;
      case L3 -> l3;
    };
  }
}
