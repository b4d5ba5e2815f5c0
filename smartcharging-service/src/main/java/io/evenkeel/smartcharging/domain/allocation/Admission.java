package io.evenkeel.smartcharging.domain.allocation;

/**
 * Who is served with at least the minimum, kept up to date. Only <em>contended</em> cells matter,
 * those that do not carry the minima of all that ask. Sessions that contended cells tie together,
 * directly or through others, are one packing problem; a change reopens the problems it touches,
 * and no other. The answer to a problem depends on nothing but the problem.
 */
final class Admission {

  private final Wants wants;
  private final Layout layout;
  private final int[] capacity;
  private final boolean[] asks;
  private final boolean[] served;
  private final int[] asked; // per cell: minima of all that ask
  private final int[] taken; // per cell: minima of the served

  private final Touched cells; // whatever was touched since the last settling …
  private final boolean[] wasContended; // … and how it was before
  private final int[] takenBefore;
  private final Touched reopened;
  private final Touched tied; // cells of the problems that are solved again …
  private final Touched solved; // … and their places
  private final Touched changes;
  private final int[] scratch;

  Admission(Wants wants, int[] capacity) {
    this.wants = wants;
    this.layout = wants.layout;
    this.capacity = capacity;
    asks = new boolean[layout.places];
    served = new boolean[layout.places];
    asked = new int[layout.cells];
    taken = new int[layout.cells];
    cells = new Touched(layout.cells);
    wasContended = new boolean[layout.cells];
    takenBefore = new int[layout.cells];
    reopened = new Touched(layout.places);
    tied = new Touched(layout.cells);
    solved = new Touched(layout.places);
    changes = new Touched(layout.places);
    scratch = new int[layout.cells];
  }

  /** Its maximum must be at least its minimum. */
  void add(int place) {
    asks[place] = true;
    for (int at = layout.from[place]; at < wants.to[place]; at++) {
      touch(layout.path[at]);
      asked[layout.path[at]] += wants.minimum[place];
    }
    reopened.add(place);
  }

  /** To be called before what it wants changes. */
  void remove(int place) {
    asks[place] = false;
    for (int at = layout.from[place]; at < wants.to[place]; at++) {
      touch(layout.path[at]);
      asked[layout.path[at]] -= wants.minimum[place];
    }
    serve(place, false);
  }

  /** A cell carries so much more, or less. */
  void capacity(int cell, int more) {
    touch(cell);
    capacity[cell] += more;
  }

  /** Brings everything up to date. Afterwards the changes can be asked for until forgotten. */
  void settle() {
    for (int i = 0; i < cells.count(); i++) {
      int cell = cells.get(i);
      if (wasContended[cell] || contended(cell)) {
        reopenAll(cell);
      }
    }
    for (int i = 0; i < reopened.count(); i++) {
      int place = reopened.get(i);
      int cell = asks[place] ? firstContended(place) : -1;
      if (cell >= 0 && !tied.contains(cell)) {
        solve(cell);
      } else if (cell < 0 && asks[place]) {
        serve(place, true);
      }
    }
    reopened.clear();
    tied.clear();
    solved.clear();
  }

  /** The problem around a cell. */
  private void solve(int first) {
    int fromCell = tied.count();
    int fromPlace = solved.count();
    tied.add(first);
    for (int i = fromCell; i < tied.count(); i++) {
      int cell = tied.get(i);
      for (int j = layout.memberFrom[cell]; j < layout.memberFrom[cell + 1]; j++) {
        int at = layout.member[j];
        int place = layout.owner[at];
        if (asks[place] && at < wants.to[place] && solved.add(place)) {
          tie(place);
        }
      }
    }
    int[] places = solved.sortedFrom(fromPlace);
    boolean[] chosen = Packing.choose(wants, places, tied.sortedFrom(fromCell), capacity, scratch);
    for (int i = 0; i < places.length; i++) {
      serve(places[i], chosen[i]);
    }
  }

  private void tie(int place) {
    for (int at = layout.from[place]; at < wants.to[place]; at++) {
      if (contended(layout.path[at])) {
        tied.add(layout.path[at]);
      }
    }
  }

  private void reopenAll(int cell) {
    for (int i = layout.memberFrom[cell]; i < layout.memberFrom[cell + 1]; i++) {
      int at = layout.member[i];
      int place = layout.owner[at];
      if (asks[place] && at < wants.to[place]) {
        reopened.add(place);
      }
    }
  }

  private int firstContended(int place) {
    for (int at = layout.from[place]; at < wants.to[place]; at++) {
      if (contended(layout.path[at])) {
        return layout.path[at];
      }
    }
    return -1;
  }

  private boolean contended(int cell) {
    return asked[cell] > capacity[cell];
  }

  private void serve(int place, boolean now) {
    if (served[place] == now) {
      return;
    }
    served[place] = now;
    changes.add(place);
    int more = now ? wants.minimum[place] : -wants.minimum[place];
    for (int at = layout.from[place]; at < wants.to[place]; at++) {
      touch(layout.path[at]);
      taken[layout.path[at]] += more;
    }
  }

  private void touch(int cell) {
    if (cells.add(cell)) {
      wasContended[cell] = contended(cell);
      takenBefore[cell] = taken[cell];
    }
  }

  boolean served(int place) {
    return served[place];
  }

  /** A cell that has no room left for the minimum of somebody who waits; -1 when there is none. */
  int lacking(int place) {
    for (int at = layout.from[place]; at < wants.to[place]; at++) {
      int cell = layout.path[at];
      if (capacity[cell] - taken[cell] < wants.minimum[place]) {
        return cell;
      }
    }
    return -1;
  }

  /** Places that are served and were not, or the other way round. */
  Touched changes() {
    return changes;
  }

  /** Cells of which more or less may be taken than before. */
  Touched cellsTouched() {
    return cells;
  }

  /** How much more of a cell the minima of the served take than before. */
  int moreTaken(int cell) {
    return taken[cell] - takenBefore[cell];
  }

  void forgetChanges() {
    cells.clear();
    changes.clear();
  }
}
