package io.evenkeel.smartcharging.domain.planning;

/** Which sessions load a cell. */
final class CellSessions {

  private final int[][] sessions;

  CellSessions(LoadTree tree, PriceClasses classes) {
    int[] sizes = new int[classes.cells.length];
    for (int session = 0; session < tree.sessions; session++) {
      for (int cell : classes.cellsOf[classes.classOf[session]]) {
        sizes[cell]++;
      }
    }
    sessions = new int[sizes.length][];
    for (int cell = 0; cell < sizes.length; cell++) {
      sessions[cell] = new int[sizes[cell]];
    }
    for (int session = 0; session < tree.sessions; session++) {
      for (int cell : classes.cellsOf[classes.classOf[session]]) {
        sessions[cell][--sizes[cell]] = session;
      }
    }
  }

  /** By dense cell. */
  int[] of(int cell) {
    return sessions[cell];
  }
}
