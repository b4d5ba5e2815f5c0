package io.evenkeel.smartcharging.bench;

import io.evenkeel.smartcharging.domain.allocation.Allocator;
import io.evenkeel.smartcharging.domain.allocation.Demand;
import java.util.Random;

/**
 * One thing after the other happens at a site whose allocation is kept up to date: a car leaves, it
 * comes back, a circuit's meter reads more, a charger is lost with all it may draw and is found
 * again.
 */
final class LiveChanges {

  private static final int METERED = 30;

  private final LiveShare site;
  private final Allocator allocator;
  private final int[] capacity;
  private final Random random = new Random(1);
  private int next;
  private Demand demand;

  /**
   * @param times how many times what the site has there is at the grid connection
   */
  LiveChanges(LiveShare site, int times) {
    this.site = site;
    this.capacity = site.capacity().clone();
    for (int cell = 0; cell < 3; cell++) {
      capacity[cell] *= times;
    }
    allocator = new Allocator(site.tree(), capacity);
    allocator.putAll(site.demands());
    allocator.settle();
    demand = site.demands().getFirst();
  }

  /** The next thing happens, and everybody's limit is right again. */
  Allocator oneMore() {
    switch (next++ % 6) {
      case 0 -> {
        demand = site.demands().get(random.nextInt(site.demands().size()));
        allocator.remove(demand.connector());
      }
      case 1 -> allocator.put(demand);
      case 2 -> meter(-METERED);
      case 3 -> meter(METERED);
      case 4 -> {
        allocator.remove(demand.connector());
        reserve(demand.maximum());
      }
      default -> {
        reserve(-demand.maximum());
        allocator.put(demand);
      }
    }
    allocator.settle();
    return allocator;
  }

  private void meter(int more) {
    int cell = site.tree().cellsOf(demand.connector())[3];
    capacity[cell] += more;
    allocator.capacity(cell, capacity[cell]);
  }

  private void reserve(int current) {
    for (int cell : site.tree().cellsOf(demand.connector())) {
      capacity[cell] -= current;
      allocator.capacity(cell, capacity[cell]);
    }
  }
}
