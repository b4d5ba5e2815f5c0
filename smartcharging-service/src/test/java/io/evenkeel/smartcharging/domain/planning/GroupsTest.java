package io.evenkeel.smartcharging.domain.planning;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.bench.Workplace;
import io.evenkeel.smartcharging.bench.Workplace.Supply;
import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A higher group is served as if it were alone, whatever others count. */
class GroupsTest {

  /** Plans are not the best ones: alone it may be a little luckier. */
  private static final double LUCK = 0.02;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aHigherGroupMissesNoMoreForThoseBehindIt(long seed) {
    Instance site = Workplace.of(30, Supply.DEEP_SHORTAGE, seed);
    List<LoadSession> all =
        site.sessions().stream()
            .map(each -> grouped(each, site.sessions().indexOf(each) % 2))
            .toList();
    List<LoadSession> first = all.stream().filter(each -> each.group() == 1).toList();

    Figures alone = Planner.plan(with(site, first)).figures();
    Planned together = Planner.plan(with(site, all));

    double missing = 0;
    for (SessionPlan plan : together.sessions()) {
      boolean counts = first.stream().anyMatch(each -> each.id().equals(plan.session()));
      missing += counts ? plan.shortfallWh() : 0;
    }
    assertTrue(
        missing <= alone.shortfallWh() + LUCK * alone.requestedWh(),
        missing + " and not " + alone.shortfallWh());
  }

  /** The higher group's sessions count least, each beside its like. */
  private static LoadSession grouped(LoadSession of, int odd) {
    return new LoadSession(
        of.id(),
        of.connector(),
        of.evPhases(),
        of.min(),
        of.max(),
        of.arrival(),
        of.departure(),
        of.energyWh(),
        of.weight(),
        odd == 0 ? 4 : 0.25,
        odd == 0 ? 0 : 1,
        of.guaranteedWh(),
        of.maxPeriods());
  }

  private static Instance with(Instance of, List<LoadSession> sessions) {
    return new Instance(
        of.id(),
        of.slots(),
        of.slotMinutes(),
        of.startMinuteOfDay(),
        of.voltage(),
        of.maxPeriods(),
        of.step(),
        of.nodes(),
        of.connectors(),
        sessions,
        of.tariff());
  }
}
