package io.evenkeel.smartcharging.domain.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.InstanceRules;
import io.evenkeel.smartcharging.domain.problem.LoadNode.LimitFrom;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.site.ConnectorTerms;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemWriterTest {

  @Test
  void limitsThatChangeAndTheDriversWordAreStated() {
    // Given
    Sites site = Sites.with(63).from(8, 20).car(2, 8000.0);

    // When
    Instance problem = ProblemWriter.write(site.site());

    // Then
    assertEquals(List.of(), InstanceRules.check(problem), "a sound problem");
    assertEquals(
        List.of(new LimitFrom(0, 630, 630, 630), new LimitFrom(8, 200, 200, 200)),
        problem.nodes().getFirst().limits());
    assertEquals(8 * 60, problem.startMinuteOfDay());
    LoadSession session = problem.sessions().getFirst();
    assertEquals(8, session.departure(), "two hours are eight slots");
    assertEquals(8000, session.energyWh());
  }

  @Test
  void whereNothingIsSaidTheUsualIsBelieved() {
    LoadSession session =
        ProblemWriter.write(Sites.with(63).car(null, null).site()).sessions().getFirst();

    assertEquals(Sites.SLOTS, session.departure(), "beyond the horizon counts as its end");
    assertEquals(20_000, session.energyWh());
  }

  @Test
  void whatWasGotInThePartOfTheSlotThatIsOverIsWantedAgain() {
    // Given: five minutes of the slot are over, at 10 A on three phases
    Sites site =
        Sites.with(63).at(Sites.START.plusSeconds(300)).car(2, 8000.0, 10, ConnectorTerms.USUAL);

    // When
    LoadSession session = ProblemWriter.write(site.site()).sessions().getFirst();

    // Then
    assertEquals(8000 + 10 * 3 * 230 / 12.0, session.energyWh(), 0.01);
  }

  @Test
  void whatNobodyCanSteerIsLoad() {
    Sites site = Sites.with(63).car(2, 8000.0);
    int offline = site.connector(ConnectorTerms.USUAL);

    Instance problem = ProblemWriter.write(site.reserved(offline, 16).site());

    assertEquals(16, problem.nodes().getFirst().base(0, 3), 1e-9);
    assertEquals(16, problem.nodes().getFirst().base(2, 0), 1e-9);
  }

  @Test
  void aCarThatStaysBeyondItsTimeIsTakenToStayAnHour() {
    LoadSession session =
        ProblemWriter.write(Sites.with(63).car(-1, 8000.0).site()).sessions().getFirst();

    assertEquals(4, session.departure());
  }
}
