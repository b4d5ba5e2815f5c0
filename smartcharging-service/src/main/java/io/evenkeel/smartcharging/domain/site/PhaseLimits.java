package io.evenkeel.smartcharging.domain.site;

/** Currents on each phase of the grid, such as how much a node carries. */
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

  /** The lesser of both on each phase. */
  public PhaseLimits least(PhaseLimits other) {
    return new PhaseLimits(Math.min(l1, other.l1), Math.min(l2, other.l2), Math.min(l3, other.l3));
  }

  /** The greater of both on each phase. */
  public PhaseLimits most(PhaseLimits other) {
    return new PhaseLimits(Math.max(l1, other.l1), Math.max(l2, other.l2), Math.max(l3, other.l3));
  }
}
