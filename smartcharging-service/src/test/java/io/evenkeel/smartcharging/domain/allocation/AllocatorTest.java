package io.evenkeel.smartcharging.domain.allocation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An allocation that is kept up to date is the one of starting from nothing. */
class AllocatorTest {

  private static final int STORIES = 1_000;
  private static final int EVENTS = 25;

  @Test
  void afterAnyEventsItIsWhatStartingFromNothingGives() {
    for (long seed = 0; seed < STORIES; seed++) {
      Story story = new Story(seed);
      for (int event = 0; event < EVENTS; event++) {
        String what = story.happens();

        int[] changed = story.allocator.settle();

        story.check("seed " + seed + ", event " + event + ": " + what, changed);
      }
    }
  }

  /** A site on which cars come and go, limits change, turns begin and end. */
  private static final class Story {

    private final Random random;
    private final RandomCase start;
    private final SiteTree tree;
    private final int groups;
    private final boolean equal;
    private final int[] capacity;
    private final TreeMap<Integer, Demand> demands = new TreeMap<>();
    private final int[] known;
    final Allocator allocator;

    Story(long seed) {
      random = new Random(seed);
      groups = 1 + random.nextInt(2);
      equal = random.nextBoolean();
      start = RandomCase.of(seed, 30, groups, true);
      tree = start.tree();
      capacity = tree.limits();
      known = new int[tree.connectors()];
      allocator = new Allocator(tree, capacity);
      start.demands().forEach(demand -> demands.put(demand.connector(), demand));
      allocator.putAll(start.demands());
      allocator.settle();
      for (int i = 0; i < known.length; i++) {
        known[i] = allocator.limit(i);
      }
    }

    String happens() {
      int connector = random.nextInt(tree.connectors());
      return switch (random.nextInt(4)) {
        case 0 -> {
          demands.remove(connector);
          allocator.remove(connector);
          yield "leaves " + connector;
        }
        case 1 -> {
          int cell = random.nextInt(capacity.length);
          capacity[cell] = random.nextInt(5) == 0 ? -5 : random.nextInt(2 * tree.limit(cell) + 1);
          allocator.capacity(cell, capacity[cell]);
          yield "cell " + cell + " carries " + capacity[cell];
        }
        case 2 -> {
          Demand demand =
              RandomCase.demand(random, connector, tree.connector(connector), equal, groups, true);
          demands.put(connector, demand);
          allocator.put(demand);
          yield "comes " + demand;
        }
        default -> happens() + " and " + happens();
      };
    }

    private static @Nullable Class<?> kind(@Nullable Reason reason) {
      return reason == null ? null : reason.getClass();
    }

    void check(String message, int[] changed) {
      List<Demand> all = new ArrayList<>(demands.values());
      Allocation anew = Allocation.of(tree, capacity, all);
      List<Integer> expected = new ArrayList<>();
      for (int i = 0; i < known.length; i++) {
        assertEquals(anew.limit(i), allocator.limit(i), message + ", connector " + i);
        // two nodes that are full at the same level are both right
        assertEquals(kind(anew.reason(i)), kind(allocator.reason(i)), message + ", connector " + i);
        if (anew.limit(i) != known[i]) {
          expected.add(i);
        }
        known[i] = anew.limit(i);
      }
      assertArrayEquals(
          expected.stream().mapToInt(Integer::intValue).toArray(),
          changed,
          message + ", changed " + Arrays.toString(changed));
    }
  }
}
