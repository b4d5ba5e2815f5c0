package io.evenkeel.smartcharging.domain.allocation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The instant allocation of a site, kept up to date. The minima of those in their turn are set
 * aside first. Then group by group, the highest first: whoever of the group can be served with what
 * is left, and all of them filled; what they use is gone for the lower groups.
 */
final class Sharing {

  private final Wants wants;
  private final int[] capacity;
  private final int[] limits;
  private final TreeMap<Integer, Layer> layers = new TreeMap<>(Comparator.reverseOrder());
  private final Touched concerned;
  private boolean anew = true;

  /**
   * @param capacity per cell; negative counts as nothing
   */
  Sharing(Layout layout, int[] capacity) {
    this.wants = new Wants(layout);
    this.capacity = new int[layout.cells];
    for (int cell = 0; cell < layout.cells; cell++) {
      this.capacity[cell] = Math.max(0, capacity[cell]);
    }
    this.limits = new int[layout.places];
    this.concerned = new Touched(layout.places);
  }

  /** Whatever was wanted here before is not any more. */
  void put(int place, int phases, int least, int most, double weight, Rank rank) {
    remove(place);
    wants.set(place, phases, least, most, weight, rank);
    concerned.add(place);
    anew |= !layers.containsKey(rank.group());
    if (!anew) {
      enter(place);
    }
  }

  void remove(int place) {
    if (!wants.present[place]) {
      return;
    }
    concerned.add(place);
    if (!anew && servable(place)) {
      layerOf(place).remove(place, wants.inTurn[place]);
    }
    wants.present[place] = false;
  }

  void capacity(int cell, int now) {
    int more = Math.max(0, now) - capacity[cell];
    if (more == 0) {
      return;
    }
    capacity[cell] += more;
    for (Layer layer : layers.values()) {
      layer.turns.capacity(cell, more);
      layer.others.capacity(cell, more);
      layer.filling.capacity(cell, more);
    }
  }

  /**
   * Brings everything up to date.
   *
   * @return places whose limit is another one now
   */
  int[] settle() {
    if (anew) {
      beginAnew();
    }
    Collection<Layer> highestFirst = layers.values();
    for (Layer layer : highestFirst) {
      layer.turns.settle();
      setAsideTurns(layer);
    }
    for (Layer layer : highestFirst) {
      layer.others.settle();
      layer.settleFilling();
      passOn(layer);
    }
    for (Layer layer : highestFirst) {
      for (Touched touched :
          List.of(layer.turns.changes(), layer.others.changes(), layer.filling.changes())) {
        for (int i = 0; i < touched.count(); i++) {
          concerned.add(touched.get(i));
        }
      }
      layer.forgetChanges();
    }
    return changed();
  }

  private void beginAnew() {
    layers.clear();
    for (int place = 0; place < limits.length; place++) {
      if (wants.present[place]) {
        concerned.add(place);
        layers.computeIfAbsent(wants.group[place], group -> new Layer(group, wants, capacity));
        enter(place);
      }
    }
    anew = false;
  }

  private void enter(int place) {
    if (servable(place)) {
      (wants.inTurn[place] ? layerOf(place).turns : layerOf(place).others).add(place);
    }
  }

  private boolean servable(int place) {
    return wants.maximum[place] >= wants.minimum[place];
  }

  private Layer layerOf(int place) {
    Layer layer = layers.get(wants.group[place]);
    if (layer == null) {
      throw new IllegalStateException("group " + wants.group[place]);
    }
    return layer;
  }

  /** Turns are kept from everybody but the group's own filling, which holds them. */
  private void setAsideTurns(Layer from) {
    Touched cells = from.turns.cellsTouched();
    for (int i = 0; i < cells.count(); i++) {
      int cell = cells.get(i);
      int more = from.turns.moreTaken(cell);
      if (more != 0) {
        for (Layer layer : layers.values()) {
          if (layer.group < from.group) {
            layer.turns.capacity(cell, -more);
          } else {
            layer.others.capacity(cell, -more);
            if (layer.group > from.group) {
              layer.filling.capacity(cell, -more);
            }
          }
        }
      }
    }
  }

  private void passOn(Layer from) {
    Collection<Layer> lower = layers.tailMap(from.group, false).values();
    if (lower.isEmpty()) {
      return;
    }
    Touched cells = from.filling.cellsTouched();
    for (int i = 0; i < cells.count(); i++) {
      int cell = cells.get(i);
      int more = from.filling.moreUsed(cell);
      if (more != 0) {
        for (Layer layer : lower) {
          layer.others.capacity(cell, -more);
          layer.filling.capacity(cell, -more);
        }
      }
    }
  }

  private int[] changed() {
    List<Integer> changed = new ArrayList<>();
    for (int place : concerned.sortedFrom(0)) {
      int limit = wants.present[place] ? layerOf(place).filling.limit(place) : 0;
      if (limit != limits[place]) {
        limits[place] = limit;
        changed.add(place);
      }
    }
    concerned.clear();
    return changed.stream().mapToInt(Integer::intValue).toArray();
  }

  /** As of the last settling; 0 for whoever waits or is not there. */
  int limit(int place) {
    return limits[place];
  }

  /** Why not more; null when nothing is wanted here. */
  @Nullable Reason reason(int place, CellNames names) {
    if (!wants.present[place]) {
      return null;
    }
    if (!servable(place)) {
      return new Reason.MaximumBelowMinimum();
    }
    Layer layer = layerOf(place);
    boolean served = layer.filling.holds(place);
    int cell =
        served
            ? layer.filling.stoppedAt(place)
            : (wants.inTurn[place] ? layer.turns : layer.others).lacking(place);
    if (cell < 0) {
      return new Reason.ConnectorMaximum();
    }
    String node = names.node(cell);
    if (isUsedAbove(layer, cell)) {
      return new Reason.Behind(node, names.phase(cell));
    }
    return served
        ? new Reason.NodeFull(node, names.phase(cell))
        : new Reason.Waiting(node, names.phase(cell));
  }

  private boolean isUsedAbove(Layer layer, int cell) {
    return layers.headMap(layer.group, false).values().stream()
        .anyMatch(higher -> higher.filling.used(cell) > 0);
  }
}
