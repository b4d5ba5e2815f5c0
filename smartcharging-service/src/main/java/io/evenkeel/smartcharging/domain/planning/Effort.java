package io.evenkeel.smartcharging.domain.planning;

/**
 * How hard to look, by the size of the problem: reckoned in trials and not by a clock, so that the
 * same problem gives the same plan on any machine.
 *
 * @param rounds of the relaxation
 * @param again as many when it goes on from another one
 * @param bounding as many for the bound on the cost
 * @param serving trials per session to serve who is short
 * @param below as many below a ceiling on the import, before it is lifted
 * @param levelling trials per session to share more evenly
 * @param saving trials per session to save money
 */
record Effort(
    int rounds, int again, int bounding, int serving, int below, int levelling, int saving) {

  /**
   * Places to cut squared, the measure of a period programme, of a stay of ten hours in quarters.
   */
  private static final double USUAL_STAY = 1_600;

  /** However long the stays are. */
  private static final int SERVING = 4;

  private static final int SAVING = 2;

  static Effort of(LoadTree tree) {
    double squares = 0;
    for (int session = 0; session < tree.sessions; session++) {
      int cuts = CutPoints.most(tree.stay(session));
      squares += (double) cuts * cuts;
    }
    double mean = squares / Math.max(1, tree.sessions);
    return of(tree.sessions).reduced(Math.max(1, mean / USUAL_STAY));
  }

  private static Effort of(int sessions) {
    if (sessions <= 14) {
      return new Effort(40, 20, 400, 300, 30, 60, 200);
    }
    if (sessions <= 40) {
      return new Effort(40, 20, 150, 120, 30, 60, 60);
    }
    if (sessions <= 200) {
      return new Effort(30, 15, 20, 30, 6, 12, 8);
    }
    return sessions <= 2_000
        ? new Effort(30, 15, 30, 10, 5, 8, 6)
        : new Effort(30, 15, 30, 6, 3, 5, 5);
  }

  private Effort reduced(double by) {
    return new Effort(
        rounds,
        again,
        bounding,
        Math.max(SERVING, (int) (serving / by)),
        (int) (below / by),
        (int) (levelling / by),
        Math.max(SAVING, (int) (saving / by)));
  }
}
