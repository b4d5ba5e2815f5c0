package io.evenkeel.smartcharging.domain.safety;

import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Instant;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What every cell of a site carries over time when all connectors draw the most they may, against
 * what it may carry. One connector's change costs its path, not the site.
 */
public final class WorstCase {

  private final SiteTree tree;
  private final Grid grid;
  private Outlook outlook;
  private final int[] always;
  private final int[] @Nullable [] varying;
  private final Load[] loads;
  private int first;

  private WorstCase(SiteTree tree, Outlook outlook, Instant now) {
    this.tree = tree;
    this.grid = Grid.of(outlook);
    this.outlook = outlook;
    this.always = new int[tree.cells()];
    this.varying = new int[tree.cells()][];
    this.loads = new Load[tree.connectors()];
    this.first = grid.column(now);
  }

  /**
   * @param loads the most that each connector may draw over time, by its number
   */
  public static WorstCase of(SiteTree tree, Outlook outlook, Instant now, IntFunction<Load> loads) {
    WorstCase sum = new WorstCase(tree, outlook, now);
    for (int i = 0; i < sum.loads.length; i++) {
      sum.loads[i] = loads.apply(i);
      sum.add(i, sum.loads[i], 1);
    }
    return sum;
  }

  /**
   * What is over counts no more.
   *
   * @param limits what may be carried from now on, on the same grid
   */
  public void passTo(Outlook limits, Instant now) {
    outlook = limits;
    first = grid.column(now);
  }

  /** Counts this for a connector from now on. */
  public void set(int connector, Load now) {
    add(connector, loads[connector], -1);
    loads[connector] = now;
    add(connector, now, 1);
  }

  /** What is counted for a connector. */
  public Load load(int connector) {
    return loads[connector];
  }

  /** How many phases a connector has. */
  public int phases(int connector) {
    return tree.connector(connector).phases();
  }

  private void add(int connector, Load load, int sign) {
    int[] cells = tree.cellsOf(connector);
    int phases = phases(connector);
    for (int i = 0; i < cells.length; i++) {
      int cell = cells[i];
      int[] more = load.on(i % phases);
      if (more.length == 1) {
        always[cell] += sign * more[0];
        continue;
      }
      int @Nullable [] over = varying[cell];
      if (over == null) {
        over = new int[grid.columns()];
        varying[cell] = over;
      }
      for (int column = 0; column < over.length; column++) {
        over[column] += sign * more[column];
      }
    }
  }

  /** Whether a cell carries the same, and may carry the same, at all times. */
  public boolean isConstant(int cell) {
    return varying[cell] == null && limit(cell, first) == outlook.least()[cell];
  }

  public Grid grid() {
    return grid;
  }

  /** The column of the present; what is before it is over. */
  public int column() {
    return first;
  }

  public int load(int cell, int column) {
    int @Nullable [] over = varying[cell];
    return over == null ? always[cell] : always[cell] + over[column];
  }

  /** What a cell may carry. */
  public int limit(int cell, int column) {
    int[][] capacity = outlook.capacity();
    return column >= capacity[cell].length ? outlook.after()[cell] : capacity[cell][column];
  }

  /** What is left in a cell; negative where it is exceeded. */
  public int left(int cell, int column) {
    return limit(cell, column) - load(cell, column);
  }

  /** What is left in each cell at a time; negative where it is exceeded. */
  public int[] left(int column) {
    int[] left = new int[tree.cells()];
    for (int cell = 0; cell < left.length; cell++) {
      left[cell] = left(cell, column);
    }
    return left;
  }

  /**
   * The least that is left on a connector's way to the root at a time; negative: exceeded.
   *
   * @param phase of the connector, counted from 0
   */
  public int room(int connector, int phase, int column) {
    int[] cells = tree.cellsOf(connector);
    int room = Integer.MAX_VALUE;
    for (int i = phase; i < cells.length; i += phases(connector)) {
      room = Math.min(room, left(cells[i], column));
    }
    return room;
  }

  /** Whether no limit can be exceeded from now on, whatever the chargers do. */
  public boolean fits() {
    return firstExceeded() < 0;
  }

  /** A cell that may carry too much at some time, -1 when there is none. */
  public int firstExceeded() {
    for (int cell = 0; cell < always.length; cell++) {
      if (exceededAt(cell) >= 0) {
        return cell;
      }
    }
    return -1;
  }

  /** The first column in which a cell may carry too much, -1 when there is none. */
  public int exceededAt(int cell) {
    if (varying[cell] == null && always[cell] <= outlook.least()[cell]) {
      return -1;
    }
    for (int column = first; column < grid.columns(); column++) {
      if (left(cell, column) < 0) {
        return column;
      }
    }
    return -1;
  }
}
