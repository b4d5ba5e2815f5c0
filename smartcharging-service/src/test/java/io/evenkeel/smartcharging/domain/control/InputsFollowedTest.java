package io.evenkeel.smartcharging.domain.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a site makes of meters, signals and cars that leave something. */
class InputsFollowedTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void whatACarLeavesGoesToTheOthersAndBackWhenItWantsMore() {
    Steps site = new Steps(320, "A", "B");
    site.start("A", 1);
    site.start("B", 2);
    site.settle();
    assertEquals(160, site.desired("A"));

    site.wait(MINUTE);
    site.draws("A", 1, 7, 7, 7);
    site.draws("B", 2, 16, 16, 16);
    site.settle();
    assertEquals(90, site.desired("A"), "7 A and the guard band");
    assertEquals(230, site.desired("B"));

    site.wait(MINUTE);
    site.draws("A", 1, 8.5, 8.5, 8.5);
    site.settle();
    assertEquals(160, site.desired("A"));
    assertEquals(160, site.desired("B"));
  }

  @Test
  void theNextCarIsGivenAllAgain() {
    Steps site = new Steps(320, "A");
    site.start("A", 1);
    site.settle();
    site.wait(MINUTE);
    site.draws("A", 1, 7, 7, 7);
    site.settle();
    assertEquals(90, site.desired("A"));

    site.end("A", 1);
    site.start("A", 2);
    site.settle();

    assertEquals(320, site.desired("A"));
  }

  @Test
  void theBuildingIsFollowedAtOnceUpwardsAndAStaleMeterLeavesNoMoreForAnHour() {
    Steps site = new Steps(320, "A").metered();
    site.start("A", 1);
    site.settle();
    assertEquals(220, site.desired("A"), "nothing was read yet");

    site.building(4);
    site.settle();
    assertEquals(280, site.desired("A"));
    site.wait(Duration.ofSeconds(1));
    site.building(15);
    site.settle();
    assertEquals(170, site.desired("A"));
    assertTrue(site.now().underControl());

    site.wait(Duration.ofMinutes(5));
    site.settle();
    assertEquals(170, site.desired("A"), "the meter is silent");

    site.wait(Duration.ofMinutes(55));
    site.settle();
    assertEquals(220, site.desired("A"), "as configured");
  }

  @Test
  void aSignalIsFollowedAndEndsByItself() {
    Steps site = new Steps(320, "A");
    site.start("A", 1);
    site.settle();

    site.signal("dim", PhaseLimits.even(80), Duration.ofMinutes(10));
    site.settle();
    assertEquals(80, site.desired("A"));

    site.wait(Duration.ofMinutes(10));
    site.settle();
    assertEquals(320, site.desired("A"));
  }
}
