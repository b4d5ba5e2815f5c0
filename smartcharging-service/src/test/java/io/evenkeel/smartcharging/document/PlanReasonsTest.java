package io.evenkeel.smartcharging.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.bench.Nasty;
import io.evenkeel.smartcharging.document.SolutionDocument.SessionDocument;
import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadNode.LimitFrom;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.Rotation;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Four hours at a circuit of 20 A; one-phase cars on L1 that take 16 A. */
class PlanReasonsTest {

  private static final int HOUR_AT_16_A = 3_680;

  @Test
  void aCarThatChargesAtItsMostAllTheTimeIsItsOwnLimit() {
    assertReason("CAR_MAXIMUM", null, answer(Tariff.free(), car(0, 2 * HOUR_AT_16_A)).getFirst());
    SessionDocument tooMuch = answer(Tariff.free(), car(0, 9 * HOUR_AT_16_A)).getFirst();
    assertReason("CAR_MAXIMUM", null, tooMuch);
    assertTrue(tooMuch.text().startsWith("Stays too short"), tooMuch::text);
    assertEquals(5.0 * HOUR_AT_16_A, tooMuch.shortfallWh());
  }

  @Test
  void aNodeThatIsFullIsNamedWithItsPhase() {
    // 2 x 4 h at 16 A are wanted, 4 h at 20 A are there
    List<SessionDocument> both =
        answer(Tariff.free(), car(0, 4 * HOUR_AT_16_A), car(0, 4 * HOUR_AT_16_A));

    for (SessionDocument one : both) {
      if (one.shortfallWh() != null && one.shortfallWh() > 1) {
        assertReason("NODE_FULL", "circuit", one);
        assertEquals("L1", one.phase());
        assertTrue(one.text().contains("circuit is full on L1 in "), one::text);
      }
    }
    assertTrue(both.stream().anyMatch(one -> one.reason().equals("NODE_FULL")), both::toString);
  }

  @Test
  void aHigherGroupGoesFirst() {
    List<SessionDocument> both =
        answer(Tariff.free(), car(0, 4 * HOUR_AT_16_A), car(1, 4 * HOUR_AT_16_A));

    assertReason("BEHIND", "circuit", both.getFirst());
    assertReason("CAR_MAXIMUM", null, both.getLast());
  }

  @Test
  void aCheaperHourIsWaitedFor() {
    Tariff evening = new Tariff(new double[] {0.5, 0.5, 0.1, 0.5}, 0, 0);

    SessionDocument waiting = answer(evening, car(0, HOUR_AT_16_A)).getFirst();

    assertReason("PRICE", null, waiting);
    assertEquals("In time; waits for slot 2, where a kWh costs 0.1 instead of 0.5", waiting.text());
    assertEquals(3, waiting.doneBySlot());
  }

  @Test
  void phasesThatMustStayInBalanceAreNamed() {
    LoadNode even =
        new LoadNode(
            "circuit", "grid", "CIRCUIT", List.of(new LimitFrom(0, 200, 200, 200)), List.of(), 100);

    SessionDocument held = answer(even, Tariff.free(), car(0, 4 * HOUR_AT_16_A)).getFirst();

    assertReason("BALANCE", "circuit", held);
    assertEquals(4.0 * 6 * 230, held.shortfallWh(), "10 A instead of 16");
  }

  @Test
  void whoAsksForNothingOrCannotChargeIsTold() {
    assertReason("NEED_MET", null, answer(Tariff.free(), car(0, 0)).getFirst());
    LoadSession feeble = new LoadSession("s", "c0", 1, 60, 50, 0, 4, 900, 1, 1, 0, 0, null);
    SessionDocument told = answer(Tariff.free(), feeble).getFirst();
    assertReason("MAXIMUM_BELOW_MINIMUM", null, told);
    assertEquals("The car takes 5.0 A at most, less than its least current, 6.0 A", told.text());
    LoadSession thirsty = new LoadSession("s", "c0", 1, 330, 400, 0, 4, 900, 1, 1, 0, 0, null);
    SessionDocument weak = answer(Tariff.free(), thirsty).getFirst();
    assertReason("MAXIMUM_BELOW_MINIMUM", null, weak);
    assertEquals(
        "Its charger stands 32.0 A, less than the car's least current, 33.0 A", weak.text());
    assertNull(told.doneBySlot());
  }

  @Test
  void everySessionOfEveryProblemIsToldSomething() {
    LongStream.range(0, 500)
        .mapToObj(Nasty::of)
        .forEach(
            instance -> {
              SolutionDocument solution = Answers.plan(instance);
              assertEquals(instance.sessions().size(), solution.sessions().size(), instance.id());
              double missing =
                  solution.sessions().stream()
                      .mapToDouble(
                          each -> each.shortfallWh() == null ? Double.NaN : each.shortfallWh())
                      .sum();
              assertNotNull(solution.figures().shortfallWh());
              assertEquals(solution.figures().shortfallWh(), missing, 2, instance.id());
            });
  }

  private static void assertReason(String reason, @Nullable String node, SessionDocument session) {
    assertEquals(reason, session.reason(), session::toString);
    assertEquals(node, session.node(), session::toString);
  }

  private static LoadSession car(int group, double energyWh) {
    return new LoadSession("", "", 1, 60, 160, 0, 4, energyWh, 1, 1, group, 0, null);
  }

  private static List<SessionDocument> answer(Tariff tariff, LoadSession... cars) {
    return answer(node("circuit", "grid", 200), tariff, cars);
  }

  private static List<SessionDocument> answer(
      LoadNode circuit, Tariff tariff, LoadSession... cars) {
    List<LoadConnector> connectors =
        IntStream.range(0, cars.length)
            .mapToObj(i -> new LoadConnector("c" + i, "circuit", Rotation.RST, 3, 320))
            .toList();
    List<LoadSession> sessions =
        IntStream.range(0, cars.length).mapToObj(i -> placed(i, cars[i])).toList();
    LoadNode grid = node("grid", null, 1_000);
    Instance instance =
        new Instance(
            "four hours",
            4,
            60,
            0,
            230,
            10,
            1,
            List.of(grid, circuit),
            connectors,
            sessions,
            tariff);
    return Answers.plan(instance).sessions();
  }

  private static LoadNode node(String id, @Nullable String parent, int limit) {
    return new LoadNode(
        id, parent, "CIRCUIT", List.of(new LimitFrom(0, limit, limit, limit)), List.of(), null);
  }

  private static LoadSession placed(int i, LoadSession car) {
    return new LoadSession(
        "s" + i,
        "c" + i,
        1,
        car.min(),
        car.max(),
        0,
        4,
        car.energyWh(),
        1,
        1,
        car.group(),
        0,
        null);
  }
}
