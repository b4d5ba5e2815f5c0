package io.evenkeel.smartcharging.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadNode.LimitFrom;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.site.Rotation;
import io.evenkeel.smartcharging.domain.site.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemReadingTest {

  @Test
  void theExampleIsReadAsItStands() {
    Instance demo = Demo.instance();

    assertEquals(96, demo.slots());
    assertEquals(0.25, demo.slotHours());
    assertEquals(1, demo.step());
    assertEquals(
        List.of(
            new LimitFrom(0, 1000, 1000, 1000),
            new LimitFrom(40, 700, 700, 700),
            new LimitFrom(48, 1000, 1000, 1000)),
        demo.nodes().getFirst().limits());
    assertEquals(28.0, demo.nodes().getFirst().base(1, 95), "one value holds for all slots");
    assertEquals(200, demo.nodes().getFirst().maxImbalance());
    assertNull(demo.nodes().get(1).maxImbalance());
    assertEquals(Rotation.STR, demo.connectors().getFirst().rotation());
    assertEquals(
        new LoadSession("s1", "cp1-1", 1, 60, 160, 0, 24, 12_000, 1, 1, 0, 0, null),
        demo.sessions().getFirst());
    assertArrayEquals(new double[] {0.24}, demo.tariff().pricePerKwh());
    assertEquals(0.06, demo.tariff().feedInPerKwh());
    assertEquals(0.3, demo.tariff().demandChargePerKw());
  }

  @Test
  void whatIsAbsentIsAsUsual() {
    Instance read =
        read(
            """
            {"format": "load-tree-instance/1", "slots": 4,
             "nodes": [{"id": "g", "limits": [{"slot": 0, "a": [10, 10.19, 10]}]}],
             "connectors": [{"id": "c", "node": "g"}],
             "sessions": [{"id": "s", "connector": "c", "departure": 4, "energyWh": 1000, "minA": 0}]}
            """);

    assertEquals(230, read.voltage());
    assertEquals(15, read.slotMinutes());
    assertEquals(10, read.maxPeriods());
    assertEquals(101, read.nodes().getFirst().limits().getFirst().l2(), "rounded down to tenths");
    assertEquals(320, read.connectors().getFirst().max());
    assertEquals(1, read.sessions().getFirst().min(), "from 0 on is from one tenth on");
    assertEquals(0, read.tariff().price(3));
  }

  @Test
  void theExtensionsAreRead() {
    LoadSession session =
        read(Demo.with(
                "\"weight\": 1",
                "\"weight\": 2.5, \"group\": 3, \"guaranteedWh\": 500, \"maxPeriods\": 4"))
            .sessions()
            .getFirst();

    assertEquals(2.5, session.weight());
    assertEquals(3, session.group());
    assertEquals(500, session.guaranteedWh());
    assertEquals(4, session.maxPeriods());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "load-tree-instance/1 | load-tree-instance/2 | format | must be load-tree-instance/1, not load-tree-instance/2",
        "\"slots\": 96 | \"slots\": 2001 | slots | must be 1 to 2000, not 2001",
        "\"slots\": 96, | '' | slots | is required",
        "\"slots\": 96 | \"slots\": 96.5 | slots | must be a whole number",
        "\"voltage\": 230 | \"volts\": 230 | volts | is unknown; there are",
        "\"stepA\": 0.1 | \"stepA\": 0.05 | stepA | must be a multiple of 0.1 A",
        "\"stepA\": 0.1 | \"stepA\": 0 | stepA | must be 0.1 to 32 A, not 0.0",
        "\"slot\": 40 | \"slot\": 48 | nodes[0].limits[2].slot | must be after the entry before it",
        "\"slot\": 48 | \"slot\": 96 | nodes[0].limits[2].slot | must be before the end, slot 96",
        "[70, 70, 70] | [70, -1, 70] | nodes[0].limits[1].a[1] | must be 0 to 100000 A, not -1",
        "[70, 70, 70] | [70, 70] | nodes[0].limits[1].a | must be three numbers",
        "[31.2] | [31.2, 31.3] | nodes[0].baseA[0] | must have one entry, or one for each of the 96 slots, not 2",
        "[31.2] | [\"x\"] | nodes[0].baseA[0][0] | must be a number",
        "[28.0], | '' | nodes[0].baseA | must be three lists, for L1, L2, L3, not 2",
        "\"parent\": \"c1\" | \"parent\": \"cp1\" | nodes[2].parent | leads to no root",
        "\"parent\": \"c1\" | \"parent\": \"c2\" | nodes[2].parent | names no node: c2",
        "\"parent\": \"c1\" | \"parent\": null | nodes[2].parent | must be given: grid is the root already",
        "\"id\": \"c1\" | \"id\": \"grid\" | nodes[1].id | is used twice: grid",
        "\"node\": \"cp1\" | \"node\": \"cp9\" | connectors[0].node | names no node: cp9",
        "\"rotation\": \"STR\" | \"rotation\": \"RRR\" | connectors[0].rotation | must be one of RST",
        "\"phases\": 3 | \"phases\": 4 | connectors[0].phases | must be 1 to 3, not 4",
        "\"maxA\": 32 | \"maxA\": 999999999 | connectors[0].maxA | must be 100000 A at most",
        "\"minA\": 6 | \"minA\": 33 | sessions[0].maxA | must not be below minA, 33 A: it is",
        "\"connector\": \"cp1-1\" | \"connector\": \"cp1-2\" | sessions[0].connector | names no connector: cp1-2",
        "\"departure\": 24 | \"departure\": 97 | sessions[0].departure | must be slot 96 at the latest, not 97",
        "\"arrival\": 0 | \"arrival\": 25 | sessions[0].departure | must not be before the arrival, slot 25",
        "\"energyWh\": 12000, | '' | sessions[0].energyWh | is required",
        "\"energyWh\": 12000 | \"energyWh\": -1 | sessions[0].energyWh | must be 0 to 1000000000, not -1",
        "\"weight\": 1 | \"weight\": 0 | sessions[0].weight | must be 0.001 to 1000000, not 0",
        "[0.24] | [0.24, 0.25] | priceEurPerKwh | must have one entry, or one for each of the 96 slots, not 2",
        "[0.24] | 0.24 | priceEurPerKwh | must be a list of numbers",
        "\"demandChargeEurPerKw\": 0.3 | \"demandChargeEurPerKw\": -1 | demandChargeEurPerKw | must be 0 to 1000000, not -1",
        "\"id\": \"demo\" | \"id\": \"demo\", \"id\": \"demo\" | body | is no JSON: field 'id' is given twice",
      })
  void whatIsWrongIsNamedWithItsPlace(String part, String instead, String field, String message) {
    List<Violation> violations = refused(Demo.with(part, instead));

    Violation first = violations.getFirst();
    assertEquals(field, first.field(), () -> "of " + violations);
    assertTrue(first.message().startsWith(message), () -> "expected " + message + ": " + first);
  }

  @Test
  void allThatIsWrongIsCollected() {
    List<Violation> violations =
        refused(
            Demo.with("\"maxA\": 32", "\"maxA\": \"much\"")
                .replace("\"minA\": 6", "\"minA\": []")
                .replace("0.24", "null"));

    assertEquals(
        List.of("connectors[0].maxA", "sessions[0].minA", "priceEurPerKwh[0]"),
        violations.stream().map(Violation::field).toList());
  }

  @Test
  void aTextThatIsNoJsonIsRefusedWithItsLine() {
    assertEquals("body", refused("").getFirst().field());
    assertEquals("is empty", refused("").getFirst().message());
    assertTrue(refused("{\n  \"id\": }").getFirst().message().contains("line 2"));
    assertEquals(1, refused("[]").size(), "what it lacks besides is of no interest");
    assertEquals("body", refused("{} {}").getFirst().field());
  }

  private static Instance read(String text) {
    return assertInstanceOf(
            ProblemReading.Result.Read.class,
            ProblemReading.read(text),
            () -> "expected a sound problem: " + ProblemReading.read(text))
        .instance();
  }

  private static List<Violation> refused(String text) {
    return assertInstanceOf(
            ProblemReading.Result.Refused.class,
            ProblemReading.read(text),
            "expected the problem to be refused")
        .violations();
  }
}
