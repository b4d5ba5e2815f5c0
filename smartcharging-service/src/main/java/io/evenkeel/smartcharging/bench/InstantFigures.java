package io.evenkeel.smartcharging.bench;

import io.evenkeel.smartcharging.bench.Workplace.Supply;
import io.evenkeel.smartcharging.domain.allocation.InstantAllocation;
import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Who gets how much now: how fast, and how close the served are to the best set. */
final class InstantFigures {

  private static final Map<Integer, Double> ASKED = Map.of(100, 0.2, 1_000, 1.5, 10_000, 15.0);
  private static final int SMALL_SITES = 20;

  private InstantFigures() {}

  static void measure(Benchmark.Scale scale, Consumer<Figure> show) {
    for (int size : scale.sizes()) {
      double slowest = 0;
      for (Supply supply : Supply.values()) {
        LiveShare live = LiveShare.of(Workplace.of(size, supply, 1));
        slowest = Math.max(slowest, Clocked.millis(live::allocate, scale.millis() / 3));
      }
      show.accept(
          Figure.atMost(
              String.format(
                  Locale.ROOT, "instant allocation, %,d connectors, slowest supply", size),
              ASKED.getOrDefault(size, 0.0),
              slowest,
              " ms"));
      change(scale, size, 1, "grid connection full", show);
      change(scale, size, 4, "grid connection not full", show);
    }
    served(scale, show);
  }

  /** What one thing that happens costs where the allocation is kept up to date. */
  private static void change(
      Benchmark.Scale scale, int size, int times, String where, Consumer<Figure> show) {
    LiveChanges changes = new LiveChanges(LiveShare.of(Workplace.of(size, Supply.TIGHT, 1)), times);
    show.accept(
        Figure.atMost(
            "  one change, %s".formatted(where),
            ASKED.getOrDefault(size, 0.0),
            Clocked.millis(changes::oneMore, scale.millis() / 3),
            " ms"));
  }

  private static void served(Benchmark.Scale scale, Consumer<Figure> show) {
    int equal = 0;
    int sites = 0;
    double reached = 0;
    double most = 0;
    for (long seed = 0; seed < (long) scale.sites() * SMALL_SITES; seed++) {
      for (Supply supply : List.of(Supply.TIGHT, Supply.DEEP_SHORTAGE)) {
        Instance site = small(supply, seed);
        double best = ServedPriority.best(site, 0);
        double served = served(site);
        sites++;
        reached += served;
        most += best;
        equal += served >= best - 1e-6 ? 1 : 0;
      }
    }
    show.accept(
        Figure.atLeast(
            String.format(Locale.ROOT, "served priority, %,d sites of 4 to 16 connectors", sites),
            99.9,
            100 * reached / most,
            " %"));
    show.accept(
        Figure.atLeast("  sites where it is the exact maximum", 95, 100.0 * equal / sites, " %"));
  }

  private static double served(Instance site) {
    Map<String, Integer> limits = InstantAllocation.of(site, 0).limits();
    return site.sessions().stream()
        .filter(session -> limits.getOrDefault(session.id(), 0) > 0)
        .mapToDouble(LoadSession::servePriority)
        .sum();
  }

  /** Half of the sites with equal priorities, half with many different ones. */
  private static Instance small(Supply supply, long seed) {
    Random random = new Random(seed);
    Instance site = Workplace.of(4 + random.nextInt(13), supply, seed);
    if (seed % 2 == 0) {
      return site;
    }
    List<LoadSession> sessions =
        site.sessions().stream()
            .map(each -> Variants.withPriority(each, (1 + random.nextInt(50)) / 10.0))
            .toList();
    return Variants.withSessions(site, sessions);
  }
}
