package io.evenkeel.smartcharging.domain.planning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Sessions that load the same cells see the same prices, so prices are summed and slots are put in
 * order once for all of them. Binding cells are numbered densely.
 */
final class PriceClasses {

  /** Dense number of a cell to the cell of {@link SiteCapacity}. */
  final int[] cells;

  /** Per class its dense cells. */
  final int[][] cellsOf;

  /** Per class its sessions. */
  final int[][] sessionsOf;

  final int[] classOf;

  /** Of the dense cells: [cell x slots + slot]. */
  final int[] capacity;

  PriceClasses(LoadTree tree) {
    Map<Integer, Integer> dense = new HashMap<>();
    Map<Key, Integer> numbers = new HashMap<>();
    classOf = new int[tree.sessions];
    int[] sizes = new int[tree.sessions];
    int[][] lists = new int[tree.sessions][];
    for (int session = 0; session < tree.sessions; session++) {
      Key key = new Key(tree.cells[session], tree.phases[session], tree.value[session]);
      Integer number = numbers.putIfAbsent(key, numbers.size());
      classOf[session] = number == null ? numbers.size() - 1 : number;
      if (number == null) {
        lists[classOf[session]] = dense(tree.cells[session], dense);
      }
      sizes[classOf[session]]++;
    }
    cellsOf = Arrays.copyOf(lists, numbers.size());
    sessionsOf = new int[numbers.size()][];
    for (int i = 0; i < sessionsOf.length; i++) {
      sessionsOf[i] = new int[sizes[i]];
    }
    for (int session = tree.sessions - 1; session >= 0; session--) {
      sessionsOf[classOf[session]][--sizes[classOf[session]]] = session;
    }
    cells = new int[dense.size()];
    dense.forEach((cell, number) -> cells[number] = cell);
    capacity = new int[cells.length * tree.slots];
    for (int i = 0; i < cells.length; i++) {
      int from = cells[i] * tree.slots;
      System.arraycopy(tree.site.capacity, from, capacity, i * tree.slots, tree.slots);
    }
  }

  private static int[] dense(int[] cells, Map<Integer, Integer> numbers) {
    int[] dense = new int[cells.length];
    for (int i = 0; i < cells.length; i++) {
      numbers.putIfAbsent(cells[i], numbers.size());
      dense[i] = numbers.get(cells[i]);
    }
    return dense;
  }

  /** Sessions with one key answer the same prices in the same order of slots. */
  private record Key(int[] cells, int phases, double value) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && phases == key.phases
          && value == key.value
          && Arrays.equals(cells, key.cells);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * Arrays.hashCode(cells) + phases) + Double.hashCode(value);
    }
  }
}
