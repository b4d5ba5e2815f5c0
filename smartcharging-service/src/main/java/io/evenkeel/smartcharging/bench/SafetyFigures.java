package io.evenkeel.smartcharging.bench;

import io.evenkeel.smartcharging.domain.allocation.InstantAllocation;
import io.evenkeel.smartcharging.domain.planning.Figures;
import io.evenkeel.smartcharging.domain.planning.Planned;
import io.evenkeel.smartcharging.domain.planning.Planner;
import io.evenkeel.smartcharging.domain.problem.Instance;
import java.util.Locale;
import java.util.function.Consumer;

/** What must never happen: rules broken, figures that are not so, bounds that are none. */
final class SafetyFigures {

  private static final double WATT_HOUR = 1;
  private static final double CENT = 0.01;

  private SafetyFigures() {}

  static void measure(Benchmark.Scale scale, Consumer<Figure> show) {
    int broken = 0;
    int brokenInstant = 0;
    int misstated = 0;
    int overstated = 0;
    for (long seed = 0; seed < scale.problems(); seed++) {
      Instance instance = Nasty.of(seed);
      Planned planned = Planner.plan(instance);
      Audit audit = Checker.check(instance, planned.plan());
      broken += audit.breaches().size();
      misstated += isAsStated(planned.figures(), audit) ? 0 : 1;
      for (int slot = 0; slot < instance.slots(); slot += 7) {
        brokenInstant += instantBreaches(instance, slot);
      }
      Instance feasible = Feasible.of(instance, seed);
      // everybody can have everything: nothing but 0 is a bound
      overstated += Planner.plan(feasible).figures().lowerBoundShortfallWh() > WATT_HOUR ? 1 : 0;
    }
    String problems = String.format(Locale.ROOT, " in %,d random problems", scale.problems());
    show.accept(Figure.atMost("plan: rules broken" + problems, 0, broken, ""));
    show.accept(Figure.atMost("instant: rules broken" + problems, 0, brokenInstant, ""));
    show.accept(
        Figure.atMost(
            "figures stated that the checker does not find" + problems, 0, misstated, ""));
    show.accept(
        Figure.atMost("gaps stated that are below the true one" + problems, 0, overstated, ""));
  }

  /** An allocation of one slot is not asked to keep phases in balance. */
  private static int instantBreaches(Instance instance, int slot) {
    return (int)
        Checker.check(instance, slot, InstantAllocation.of(instance, slot).limits())
            .breaches()
            .stream()
            .filter(each -> each.rule() != Breach.Rule.IMBALANCE)
            .count();
  }

  private static boolean isAsStated(Figures stated, Audit found) {
    return Math.abs(stated.shortfallWh() - found.shortfallWh()) < WATT_HOUR
        && Math.abs(stated.requestedWh() - found.requestedWh()) < WATT_HOUR
        && Math.abs(stated.cost() - found.cost()) < CENT
        && Math.abs(stated.leastSatisfaction() - found.leastSatisfaction()) < 1e-3;
  }
}
