package io.evenkeel.smartcharging.domain.forecast;

import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Meter;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.SiteTerms;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts an outlook together. */
final class OutlookWriter {

  private final SiteTree tree;
  private final Map<String, MeteredLoad> meters;
  private final Map<String, List<Signal>> signals = new HashMap<>();
  private final Instant now;
  private final SlotTimes times;
  private final Map<Integer, int[]> constantRows = new HashMap<>();
  private final double[] nothing;

  /** What is drawn beside charging by a node and all below it, per cell and slot. */
  private final double[][] below;

  private final double[][] base;

  /** The most that is configured for a node and all below it, per cell. */
  private final double[] mostBelow;

  OutlookWriter(
      SiteTree tree, Map<String, MeteredLoad> meters, Collection<Signal> signals, Instant now) {
    this.tree = tree;
    this.meters = meters;
    this.now = now;
    for (Signal signal : signals) {
      this.signals.merge(
          signal.node(),
          List.of(signal),
          (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }
    SiteTerms terms = tree.definition().terms();
    this.times = SlotTimes.of(terms, now);
    this.nothing = new double[times.slots()];
    this.below = new double[tree.cells()][];
    this.base = new double[tree.cells()][];
    Arrays.fill(below, nothing);
    Arrays.fill(base, nothing);
    this.mostBelow = new double[tree.cells()];
  }

  Outlook write() {
    List<Node> nodes = tree.definition().nodes();
    int[][] limits = new int[tree.cells()][];
    for (int i = 0; i < nodes.size(); i++) {
      limits(i, nodes.get(i), limits);
    }
    // from the leaves to the root: what flows through a node includes what is below it
    int[] depths = IntStream.range(0, nodes.size()).map(this::depth).toArray();
    IntStream.range(0, nodes.size())
        .boxed()
        .sorted(Comparator.comparingInt((Integer node) -> depths[node]).reversed())
        .forEach(node -> loads(node, nodes.get(node)));
    int[] after = new int[tree.cells()];
    for (int cell = 0; cell < after.length; cell++) {
      after[cell] = Amperes.room(limitAfter(cell), mostBelow[cell]);
    }
    return Outlook.of(tree, times.start(), times.slot(), limits, base, after);
  }

  private int depth(int node) {
    int depth = 0;
    for (int cell = tree.above(node * Phase.COUNT); cell >= 0; cell = tree.above(cell)) {
      depth++;
    }
    return depth;
  }

  private void limits(int number, Node node, int[][] limits) {
    List<Signal> others = signals.getOrDefault(node.id(), List.of());
    boolean constant = node.limit().isConstant() && others.isEmpty();
    PhaseLimits always = node.limit().least();
    for (Phase phase : Phase.values()) {
      limits[cell(number, phase.ordinal())] =
          constant
              ? constantRows.computeIfAbsent(always.on(phase), this::row)
              : new int[times.slots()];
    }
    for (int t = 0; !constant && t < times.slots(); t++) {
      PhaseLimits limit = times.least(node.limit(), t);
      for (Signal signal : others) {
        if (signal.touches(times.begin(t, now), times.end(t))) {
          limit = limit.least(signal.applied(times.least(node.limit(), t), voltage()));
        }
      }
      for (Phase phase : Phase.values()) {
        limits[cell(number, phase.ordinal())][t] = limit.on(phase);
      }
    }
  }

  private int limitAfter(int cell) {
    Node node = tree.node(cell);
    PhaseLimits limit = node.limit().least();
    for (Signal signal : signals.getOrDefault(node.id(), List.of())) {
      if (signal.until().isAfter(times.end(times.slots() - 1))) {
        limit = limit.least(signal.applied(limit, voltage()));
      }
    }
    return limit.on(tree.phase(cell));
  }

  private int[] row(int value) {
    int[] row = new int[times.slots()];
    Arrays.fill(row, value);
    return row;
  }

  private void loads(int number, Node node) {
    if (!node.base().isNothing() || !node.meters().isEmpty()) {
      double[][] own = own(number, node);
      for (int phase = 0; phase < Phase.COUNT; phase++) {
        int cell = cell(number, phase);
        base[cell] = own[phase];
        below[cell] = sum(below[cell], own[phase]);
        mostBelow[cell] += node.base().most().on(tree.phase(cell)) / 10.0;
      }
    }
    for (int phase = 0; phase < Phase.COUNT; phase++) {
      int cell = cell(number, phase);
      int above = tree.above(cell);
      if (above >= 0) {
        mostBelow[above] += mostBelow[cell];
        below[above] = below[cell] == nothing ? below[above] : sum(below[above], below[cell]);
      }
    }
  }

  /** Per phase and slot what the node itself draws. */
  private double[][] own(int number, Node node) {
    double[][] own = new double[Phase.COUNT][times.slots()];
    List<MeteredLoad> told =
        node.meters().stream().flatMap(meter -> Stream.ofNullable(meters.get(meter.id()))).toList();
    boolean metered = !told.isEmpty() && told.stream().allMatch(meter -> meter.isFresh(now));
    boolean total = !told.isEmpty() && told.getFirst().meter().measures() == Meter.Measures.TOTAL;
    for (int t = 0; t < times.slots(); t++) {
      PhaseLimits configured = times.most(node.base(), t);
      double[] others = new double[Phase.COUNT];
      double[] expected = new double[Phase.COUNT];
      for (int phase = 0; phase < Phase.COUNT; phase++) {
        others[phase] = total ? below[cell(number, phase)][t] : 0;
        expected[phase] = configured.on(Phase.values()[phase]) / 10.0 + others[phase];
      }
      double[] load = metered ? metered(told, t, expected) : held(told, t, expected);
      for (int phase = 0; phase < Phase.COUNT; phase++) {
        own[phase][t] = load[phase] - others[phase];
      }
    }
    return own;
  }

  /** What is configured, and for a while not less than was seen last. */
  private double[] held(List<MeteredLoad> told, int t, double[] expected) {
    Instant begin = times.begin(t, now);
    List<MeteredLoad> held = told.stream().filter(meter -> meter.isHeld(begin)).toList();
    if (held.isEmpty()) {
      return expected;
    }
    double[] least = new double[Phase.COUNT];
    for (MeteredLoad meter : held) {
      least = sum(least, meter.atLeast(now));
    }
    double[] load = expected.clone();
    for (int phase = 0; phase < Phase.COUNT; phase++) {
      load[phase] = Math.max(load[phase], least[phase]);
    }
    return load;
  }

  private double[] metered(List<MeteredLoad> told, int t, double[] expected) {
    double[] share = Arrays.stream(expected).map(all -> all / told.size()).toArray();
    double[] load = new double[Phase.COUNT];
    for (MeteredLoad meter : told) {
      load = sum(load, t == 0 ? meter.now() : meter.later(now, times.begin(t, now), share));
    }
    return load;
  }

  private static double[] sum(double[] one, double[] other) {
    double[] sum = one.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    return sum;
  }

  private int voltage() {
    return tree.definition().voltage();
  }

  private static int cell(int node, int phase) {
    return node * Phase.COUNT + phase;
  }
}
