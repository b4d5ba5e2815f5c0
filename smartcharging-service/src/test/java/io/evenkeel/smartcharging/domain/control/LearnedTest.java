package io.evenkeel.smartcharging.domain.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.messaging.CapabilityLearned;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is learned here, between the charge point and the gateway's word. */
class LearnedTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Learned HALVED = Learned.NOTHING.mostPeriods(5);

  private static Capabilities periods(int most) {
    Capabilities some = Capabilities.unknown();
    return new Capabilities(
        "Delta",
        "AC MAX",
        "1",
        1,
        true,
        most,
        3,
        10,
        some.rateUnits(),
        some.minCurrentA(),
        some.maxCurrentA());
  }

  @Test
  void whatIsNewIsToldOnce() {
    assertEquals(
        List.of(
            CapabilityLearned.number(
                "CP",
                "maxSchedulePeriods",
                5,
                "no schedule of more periods was answered as it should be",
                NOW)),
        HALVED.lessons("CP", Learned.NOTHING, NOW));
    assertEquals(List.of(), HALVED.lessons("CP", HALVED, NOW));
    assertEquals(
        List.of("acceptsZero"),
        HALVED.refuses(Refusal.ZERO).lessons("CP", HALVED, NOW).stream()
            .map(CapabilityLearned::field)
            .toList());
  }

  @Test
  void theGatewaysEchoOfTheLessonLeavesItAndAnOperatorsWordClearsIt() {
    assertEquals(HALVED, HALVED.under(periods(10), periods(5)), "the lesson itself");
    assertEquals(HALVED, HALVED.under(periods(10), periods(10)), "something else changed");
    assertEquals(
        Learned.NOTHING, HALVED.under(periods(5), periods(10)), "forgotten, to be tried again");
  }
}
