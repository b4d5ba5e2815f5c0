package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.safety.WorstCase;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is left in every cell now, and the least that is left later: an allocation of the first
 * holds until the split, one of the second ever after, also when nobody is there to make another.
 *
 * @param split when some cell has less left than now; null: not within the horizon
 * @param later the same as now when there is no split
 */
record Lookahead(int[] now, int[] later, @Nullable Instant split) {

  static Lookahead of(SiteTree tree, WorstCase reserved) {
    int first = reserved.column();
    int[] now = reserved.left(first);
    int columns = reserved.grid().columns();
    int split = columns - 1;
    for (int cell = 0; cell < now.length; cell++) {
      if (!reserved.isConstant(cell)) {
        for (int column = first + 1; column < split; column++) {
          if (reserved.left(cell, column) < now[cell]) {
            split = column;
          }
        }
      }
    }
    if (split == columns - 1) {
      return new Lookahead(now, now, null);
    }
    int[] later = new int[tree.cells()];
    for (int cell = 0; cell < later.length; cell++) {
      later[cell] = reserved.left(cell, split);
      if (!reserved.isConstant(cell)) {
        for (int column = split + 1; column < columns; column++) {
          later[cell] = Math.min(later[cell], reserved.left(cell, column));
        }
      }
    }
    return new Lookahead(now, later, reserved.grid().begin(split));
  }
}
