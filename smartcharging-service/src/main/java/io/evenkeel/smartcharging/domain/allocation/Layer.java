package io.evenkeel.smartcharging.domain.allocation;

/** The sessions of one group: those in their turn are admitted first, then the others. */
final class Layer {

  final int group;
  final Admission turns;
  final Admission others;
  final Filling filling;

  Layer(int group, Wants wants, int[] capacity) {
    this.group = group;
    this.turns = new Admission(wants, capacity.clone());
    this.others = new Admission(wants, capacity.clone());
    this.filling = new Filling(wants, capacity.clone());
  }

  void remove(int place, boolean inTurn) {
    (inTurn ? turns : others).remove(place);
    if (filling.holds(place)) {
      filling.remove(place);
    }
  }

  /** Fills those who are served now, and no more those who are not. */
  void settleFilling() {
    takeOver(turns);
    takeOver(others);
    filling.settle();
  }

  private void takeOver(Admission admission) {
    Touched changes = admission.changes();
    for (int i = 0; i < changes.count(); i++) {
      int place = changes.get(i);
      boolean served = turns.served(place) || others.served(place);
      if (served && !filling.holds(place)) {
        filling.add(place);
      } else if (!served && filling.holds(place)) {
        filling.remove(place);
      }
    }
  }

  void forgetChanges() {
    turns.forgetChanges();
    others.forgetChanges();
    filling.forgetChanges();
  }
}
