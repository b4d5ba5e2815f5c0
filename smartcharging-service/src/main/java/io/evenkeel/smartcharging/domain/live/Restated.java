package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.planning.Figures;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import java.time.Duration;
import java.util.List;

/**
 * The figures of a plan as it was finished: what sessions are promised, what the site's import
 * costs, and how much better that could be at most, by what the planner found out about the
 * problem.
 */
final class Restated {

  private final LiveSite site;
  private final LiveGrid grid;
  private final double hours;

  private Restated(LiveSite site, LiveGrid grid) {
    this.site = site;
    this.grid = grid;
    this.hours = site.outlook().slot().toMillis() / 3_600_000.0;
  }

  /**
   * @param planned of the problem as {@link ProblemWriter} states it
   * @param grid with the levels of all drafts
   */
  static Figures of(
      LiveSite site, LiveGrid grid, Figures planned, List<Draft> drafts, List<Promise> promises) {
    return new Restated(site, grid).of(planned, drafts, promises);
  }

  private Figures of(Figures planned, List<Draft> drafts, List<Promise> promises) {
    double had = 0;
    double missing = 0;
    for (Draft draft : drafts) {
      double needed = Need.of(draft.session, site.at()).energyWh() + had(draft);
      had += had(draft);
      double comes = draft.sum(draft.departure) * draft.wattsPerTenth(site) * hours;
      missing += Math.max(0, needed - comes);
    }
    double dearest = 0;
    for (int slot = 0; slot < site.outlook().slots(); slot++) {
      dearest = Math.max(dearest, Math.abs(site.tariff().price(slot)));
    }
    double cheaper = Math.max(0, missing - planned.shortfallWh()) / 1000 * dearest;
    double[] satisfied =
        promises.stream()
            .filter(promise -> promise.neededWh() > 0)
            .mapToDouble(promise -> Math.min(1, promise.forecastWh() / promise.neededWh()))
            .toArray();
    return new Figures(
        promises.stream().mapToDouble(Promise::neededWh).sum(),
        promises.stream().mapToDouble(Promise::shortfallWh).sum(),
        Math.max(0, planned.lowerBoundShortfallWh() - had),
        cost(charged(drafts)),
        cost(new double[site.outlook().slots()]),
        planned.costBound() - cheaper,
        least(satisfied),
        jain(satisfied));
  }

  /** The problem counts the current slot as a whole one, and so that as wanted once more. */
  private double had(Draft draft) {
    double over = Duration.between(site.outlook().start(), site.at()).toMillis() / 3_600_000.0;
    return draft.session.present() * draft.wattsPerTenth(site) * Math.max(0, over);
  }

  /** Of what is wanted, slot by slot, in kWh: a car that has it draws no more. */
  private double[] charged(List<Draft> drafts) {
    double[] charged = new double[site.outlook().slots()];
    for (Draft draft : drafts) {
      double wanted = Need.of(draft.session, site.at()).energyWh() + had(draft);
      for (int slot = 0; slot < draft.departure && wanted > 0; slot++) {
        double comes = Math.min(wanted, draft.levels[slot] * draft.wattsPerTenth(site) * hours);
        charged[slot] += comes / 1000;
        wanted -= comes;
      }
    }
    return charged;
  }

  private double cost(double[] charged) {
    Tariff tariff = site.tariff();
    double volts = site.tree().definition().voltage();
    double cost = 0;
    double highest = 0;
    for (int slot = 0; slot < charged.length; slot++) {
      double kilowatts = grid.base(slot) * volts / 1000 + charged[slot] / hours;
      highest = Math.max(highest, kilowatts);
      double rate = kilowatts > 0 ? tariff.price(slot) : tariff.feedInPerKwh();
      cost += hours * kilowatts * rate;
    }
    return cost + tariff.demandChargePerKw() * highest;
  }

  private static double least(double[] satisfied) {
    double least = 1;
    for (double part : satisfied) {
      least = Math.min(least, part);
    }
    return least;
  }

  private static double jain(double[] satisfied) {
    double sum = 0;
    double squares = 0;
    for (double part : satisfied) {
      sum += part;
      squares += part * part;
    }
    return squares == 0 ? 1 : sum * sum / (satisfied.length * squares);
  }
}
