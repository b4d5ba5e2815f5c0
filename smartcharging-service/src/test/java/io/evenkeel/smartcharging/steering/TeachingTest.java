package io.evenkeel.smartcharging.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.messaging.CapabilityLearned;
import io.evenkeel.smartcharging.SmartchargingClock;
import io.evenkeel.smartcharging.domain.composite.SetByHand;
import io.evenkeel.smartcharging.domain.control.ChargePointRecord;
import io.evenkeel.smartcharging.domain.control.Learned;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the gateway is told of what was learned. */
class TeachingTest {

  private final List<CapabilityLearned> told = new ArrayList<>();
  private final Teaching teaching =
      new Teaching(
          lesson -> Uni.createFrom().voidItem().invoke(() -> told.add(lesson)),
          new SmartchargingClock());

  private static ChargePointRecord knows(int mostPeriods) {
    return new ChargePointRecord(
        "CP", Capabilities.unknown(), Learned.NOTHING.mostPeriods(mostPeriods), SetByHand.NOTHING);
  }

  private List<String> values() {
    return told.stream().map(lesson -> lesson.field() + "=" + lesson.value()).toList();
  }

  @Test
  void eachLessonIsToldOnceItIsStored() {
    teaching.saved(List.of(knows(5)));
    teaching.saved(List.of(knows(5)));
    teaching.saved(List.of(knows(2)));

    assertEquals(List.of("maxSchedulePeriods=5", "maxSchedulePeriods=2"), values());
  }

  @Test
  void whatWasStoredBeforeIsNotToldAgain() {
    teaching.begins(List.of(knows(5)));
    teaching.saved(List.of(knows(5)));

    assertEquals(List.of(), values());
  }

  @Test
  void whatIsTriedAgainAndLearnedAgainIsToldAgain() {
    teaching.saved(List.of(knows(5)));
    teaching.saved(List.of(knows(Integer.MAX_VALUE)));
    teaching.saved(List.of(knows(5)));

    assertEquals(List.of("maxSchedulePeriods=5", "maxSchedulePeriods=5"), values());
  }
}
