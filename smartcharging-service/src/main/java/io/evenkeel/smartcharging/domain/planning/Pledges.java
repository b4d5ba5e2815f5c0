package io.evenkeel.smartcharging.domain.planning;

/**
 * What sessions get before anything is weighed: who must stay on keeps its minimum, and what was
 * guaranteed comes as early as it can.
 */
final class Pledges {

  private final Draft draft;
  private final LoadTree tree;

  Pledges(Draft draft) {
    this.draft = draft;
    tree = draft.tree;
  }

  /**
   * Plans and pledges it.
   *
   * @param order who comes first
   * @param stayOn per session the slot before which it stays on
   */
  void make(int[] order, int[] stayOn) {
    for (int session : order) {
      if (stayOn[session] > tree.arrival[session] && draft.takesPart(session)) {
        draft.keepOn(session, stayOn[session] - tree.arrival[session]);
      }
    }
    draft.pledge();
    Worth early = Worth.early(tree);
    for (int session : order) {
      double guaranteed = tree.instance.sessions().get(session).guaranteedWh();
      if (guaranteed > 0 && draft.takesPart(session)) {
        double energy = guaranteed / (tree.wattHours * tree.phases[session]);
        draft.replan(session, early, Math.min(tree.need[session], energy));
      }
    }
    draft.pledge();
  }
}
