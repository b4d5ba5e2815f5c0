package io.evenkeel.smartcharging.domain.site;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sound site, laid out for reckoning. A <em>cell</em> is one phase of one node; connectors and
 * cells are numbered in the order of the definition, so that results are the same every time.
 */
public final class SiteTree {

  private final SiteDefinition definition;
  private final int[] limits;
  private final int[][] cellsOf;
  private final int[] parents;

  private SiteTree(SiteDefinition definition, int[] limits, int[][] cellsOf, int[] parents) {
    this.definition = definition;
    this.limits = limits;
    this.cellsOf = cellsOf;
    this.parents = parents;
  }

  /**
   * @throws IllegalArgumentException when {@link SiteRules} finds something
   */
  public static SiteTree of(SiteDefinition definition) {
    List<Violation> violations = SiteRules.check(definition);
    if (!violations.isEmpty()) {
      throw new IllegalArgumentException(definition.id() + ": " + violations);
    }
    Map<String, Integer> numbers = new HashMap<>();
    int[] limits = new int[definition.nodes().size() * Phase.COUNT];
    for (int i = 0; i < definition.nodes().size(); i++) {
      Node node = definition.nodes().get(i);
      numbers.put(node.id(), i);
      for (Phase phase : Phase.values()) {
        limits[cell(i, phase)] = node.limits().on(phase);
      }
    }
    int[][] cells =
        definition.connectors().stream()
            .map(connector -> cells(definition, numbers, connector))
            .toArray(int[][]::new);
    int[] parents =
        definition.nodes().stream()
            .mapToInt(node -> node.parent() == null ? -1 : numbers.getOrDefault(node.parent(), -1))
            .toArray();
    return new SiteTree(definition, limits, cells, parents);
  }

  private static int[] cells(
      SiteDefinition definition, Map<String, Integer> numbers, Connector connector) {
    int[] cells = new int[8];
    int count = 0;
    Integer number = numbers.get(connector.node());
    while (number != null) {
      for (int i = 0; i < connector.phases(); i++) {
        if (count == cells.length) {
          cells = Arrays.copyOf(cells, 2 * count);
        }
        cells[count++] = cell(number, connector.rotation().grid(i));
      }
      String parent = definition.nodes().get(number).parent();
      number = parent == null ? null : numbers.get(parent);
    }
    return Arrays.copyOf(cells, count);
  }

  private static int cell(int node, Phase phase) {
    return node * Phase.COUNT + phase.ordinal();
  }

  public SiteDefinition definition() {
    return definition;
  }

  public int connectors() {
    return cellsOf.length;
  }

  public Connector connector(int connector) {
    return definition.connectors().get(connector);
  }

  public int cells() {
    return limits.length;
  }

  /** The limit of each cell; a copy. */
  public int[] limits() {
    return limits.clone();
  }

  public int limit(int cell) {
    return limits[cell];
  }

  /** The cells a connector loads, from its node to the root. Not to be written to. */
  public int[] cellsOf(int connector) {
    return cellsOf[connector];
  }

  /** The same phase of the node that feeds this cell's; below 0 at the root. */
  public int above(int cell) {
    int parent = parents[cell / Phase.COUNT];
    return parent < 0 ? -1 : parent * Phase.COUNT + cell % Phase.COUNT;
  }

  public Node node(int cell) {
    return definition.nodes().get(cell / Phase.COUNT);
  }

  public Phase phase(int cell) {
    return Phase.at(cell % Phase.COUNT);
  }
}
