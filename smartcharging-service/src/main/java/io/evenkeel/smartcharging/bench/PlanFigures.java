package io.evenkeel.smartcharging.bench;

import io.evenkeel.smartcharging.bench.Workplace.Supply;
import io.evenkeel.smartcharging.domain.planning.Figures;
import io.evenkeel.smartcharging.domain.planning.Planned;
import io.evenkeel.smartcharging.domain.planning.Planner;
import io.evenkeel.smartcharging.domain.problem.Instance;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/** Plans over a day: how fast, how far from the best, how cheap. */
final class PlanFigures {

  private static final Map<Integer, Double> ASKED =
      Map.of(100, 20.0, 1_000, 150.0, 10_000, 2_000.0);
  private static final Map<Supply, Double> GAP =
      Map.of(Supply.USUAL, 0.05, Supply.TIGHT, 0.3, Supply.DEEP_SHORTAGE, 1.5);
  private static final double GAP_OF_SMALL = 3;
  private static final double DEMAND_CHARGE = 1;

  private final Benchmark.Scale scale;
  private final Consumer<Figure> show;

  private PlanFigures(Benchmark.Scale scale, Consumer<Figure> show) {
    this.scale = scale;
    this.show = show;
  }

  static void measure(Benchmark.Scale scale, Consumer<Figure> show) {
    PlanFigures figures = new PlanFigures(scale, show);
    figures.time();
    figures.gaps();
    figures.costs();
    figures.everybodyServed();
    figures.periods();
    figures.rules();
  }

  private void time() {
    for (int size : scale.sizes()) {
      double slowest = 0;
      for (Supply supply : Supply.values()) {
        Instance site = Workplace.of(size, supply, 1);
        slowest = Math.max(slowest, Clocked.millis(() -> Planner.plan(site), scale.millis()));
      }
      show.accept(
          Figure.atMost(
              String.format(Locale.ROOT, "plan, %,d connectors, slowest supply", size),
              ASKED.getOrDefault(size, 0.0),
              slowest,
              " ms"));
    }
  }

  private void gaps() {
    for (Supply supply : Supply.values()) {
      for (int size : scale.sizes()) {
        gap(name(supply), size, GAP.getOrDefault(supply, 0.0), sites(size, supply));
      }
    }
    for (Supply supply : Supply.values()) {
      List<Instance> days =
          LongStream.range(0, scale.sites()).mapToObj(seed -> Day.of(100, supply, seed)).toList();
      gap("a day, " + name(supply), 100, GAP.getOrDefault(supply, 0.0), days);
    }
    for (Supply supply : Supply.values()) {
      gap(name(supply), 10, GAP_OF_SMALL, sites(10, supply));
      gap(name(supply), 30, GAP_OF_SMALL, sites(30, supply));
    }
  }

  private void gap(String supply, int size, double asked, List<Instance> sites) {
    List<Figures> all = sites.stream().map(PlanFigures::figures).toList();
    double missing = mean(all, each -> 100 * each.shortfallWh() / each.requestedWh());
    double most = all.stream().mapToDouble(Figures::gap).max().orElse(0);
    show.accept(
        Figure.atMost(
            String.format(
                Locale.ROOT,
                "shortfall gap, %s, %,d connectors (%.1f %% missing; worst %.3f)",
                supply,
                size,
                missing,
                most),
            asked,
            mean(all, Figures::gap),
            " %"));
  }

  private void costs() {
    for (Supply supply : List.of(Supply.USUAL, Supply.TIGHT)) {
      cost(supply, 10, 5, 0);
      cost(supply, 100, 2, 0);
      cost(supply, 1_000, 2, 0);
      cost(supply, 100, 2, DEMAND_CHARGE);
    }
    double ofDays =
        LongStream.range(0, scale.sites())
            .mapToObj(seed -> figures(Day.of(100, Supply.USUAL, seed)))
            .mapToDouble(Figures::costGap)
            .average()
            .orElse(0);
    show.accept(Figure.atMost("cost gap, a day, usual, 100 connectors", 2, ofDays, " %"));
  }

  private void cost(Supply supply, int size, double asked, double demandCharge) {
    List<Figures> all =
        sites(size, supply).stream()
            .map(site -> figures(Variants.withDemandCharge(site, demandCharge)))
            .toList();
    String charge = demandCharge > 0 ? ", demand charge" : "";
    show.accept(
        Figure.atMost(
            String.format(
                Locale.ROOT, "cost gap, %s, %,d connectors%s", name(supply), size, charge),
            asked,
            mean(all, Figures::costGap),
            " %"));
  }

  private void everybodyServed() {
    double least = 1;
    for (int size : new int[] {10, 100, 1_000}) {
      for (Instance site : sites(size, Supply.USUAL)) {
        Instance feasible = Feasible.of(site, size);
        least = Math.min(least, figures(feasible).leastSatisfaction());
      }
    }
    show.accept(
        Figure.atLeast("least satisfaction where everybody can have everything", 1, least, ""));
  }

  private void periods() {
    for (Supply supply : List.of(Supply.TIGHT, Supply.DEEP_SHORTAGE)) {
      double lost = 0;
      double requested = 0;
      for (Instance site : sites(100, supply)) {
        Figures ten = figures(site);
        lost += ten.shortfallWh() - figures(Variants.withPeriods(site, 96)).shortfallWh();
        requested += ten.requestedWh();
      }
      show.accept(
          Figure.atMost(
              "loss by ten periods, %s, 100 connectors".formatted(name(supply)),
              0.1,
              100 * lost / requested,
              " %"));
    }
  }

  private void rules() {
    int broken = 0;
    for (Supply supply : Supply.values()) {
      for (int size : scale.sizes()) {
        Instance site = Workplace.of(size, supply, 1);
        Planned planned = Planner.plan(site);
        broken += Checker.check(site, planned.plan()).breaches().size();
      }
    }
    show.accept(Figure.atMost("rules broken in workplaces of these sizes", 0, broken, ""));
  }

  /** As many as the scale says; a tenth as many large ones. */
  private List<Instance> sites(int size, Supply supply) {
    int count = size >= 10_000 ? 1 : scale.sites();
    return LongStream.range(1, count + 1)
        .mapToObj(seed -> Workplace.of(size, supply, seed))
        .toList();
  }

  private static Figures figures(Instance site) {
    return Planner.plan(site).figures();
  }

  private static double mean(List<Figures> all, ToDoubleFunction<Figures> figure) {
    return all.stream().mapToDouble(figure).average().orElse(0);
  }

  private static String name(Supply supply) {
    return supply.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
