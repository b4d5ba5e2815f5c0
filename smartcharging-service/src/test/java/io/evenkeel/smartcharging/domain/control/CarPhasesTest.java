package io.evenkeel.smartcharging.domain.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.allocation.Reason;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A car on fewer phases than its connector has loads those alone; the default loads all. */
class CarPhasesTest {

  /** 32 A on each phase for two or three connectors of 32 A, all wired RST. */
  private final Steps site = new Steps(320, "A", "B", "C");

  @Test
  void carsOnOnePhaseEachOfItsOwnAreGivenAllOfIt() {
    Steps two = new Steps(320, "A", "B").turned("B");
    two.start("A", 1);
    two.start("B", 2);
    two.settle();
    assertEquals(160, two.desired("A"));

    onePhase(two, "A", 1);
    onePhase(two, "B", 2);
    two.settle();

    assertEquals(320, two.desired("A"));
    assertEquals(320, two.desired("B"));
    assertEquals(List.of(320, 320, 0), two.now().nodes().getFirst().worst());
    assertEquals(0, two.status("A").desiredDefault(), "the next car may use L2");
  }

  @Test
  void twoCarsOnOnePhaseShareItAndLeaveTheOthersToAThird() {
    site.start("A", 1);
    site.start("B", 2);
    site.settle();
    assertEquals(List.of(320, 320, 320), worst(), "nobody knows which phases they use");

    onePhase("A", 1);
    onePhase("B", 2);
    site.settle();

    assertEquals(1, site.status("A").phasesUsed());
    assertEquals(160, site.desired("A"));
    assertEquals(160, site.desired("B"));
    assertEquals(List.of(320, 0, 0), site.now().nodes().getFirst().desired());
    assertEquals(new Reason.NodeFull("grid", Phase.L1), site.status("A").reason());
    assertTrue(site.now().underControl());
  }

  @Test
  void aDefaultLentBesideACarOnOnePhaseCountsOnTheOthersToo() {
    Steps two = new Steps(320, "A", "B");
    two.start("A", 1);
    two.settle();
    onePhase(two, "A", 1);
    two.settle();

    int lent = two.status("A").desiredDefault();
    List<Integer> worst = two.now().nodes().getFirst().worst();
    int other = two.status("B").desiredDefault();
    assertTrue(lent > 0, "the next car may begin at once");
    assertEquals(Integer.valueOf(lent + other), worst.get(1));
    assertTrue(worst.stream().allMatch(level -> level <= 320), worst::toString);
  }

  @Test
  void aCarThatShowsMorePhasesCountsOnThemAtOnceAndOthersAreLowered() {
    site.start("A", 1);
    site.start("B", 2);
    site.settle();
    onePhase("A", 1);
    site.settle();
    site.draws("B", 2, 16, 16, 16);
    int before = site.desired("A");

    site.draws("A", 1, before / 10.0, before / 10.0, before / 10.0);
    List<Send> sends = site.step();

    assertEquals(3, site.status("A").phasesUsed());
    assertTrue(
        sends.stream()
            .map(send -> ((Send.Apply) send).change().course().peak())
            .allMatch(peak -> peak <= before));
    site.accept(sends);
    site.settle();
    assertTrue(site.now().underControl());
    assertEquals(List.of(320, 320, 320), worst());
  }

  @Test
  void whatWasLearnedOfACarSaysNothingOfTheNext() {
    Steps two = new Steps(320, "A", "B");
    two.start("A", 1);
    two.start("B", 2);
    two.settle();
    onePhase(two, "A", 1);
    onePhase(two, "B", 2);
    two.settle();
    two.end("B", 2);
    two.settle();
    assertEquals(320, two.desired("A"), "alone on L1");
    two.start("B", 3);
    two.settle();

    assertEquals(3, two.status("B").phasesUsed(), "another car, of which nothing is known");
    assertEquals(160, two.desired("B"));
    assertTrue(two.now().underControl());
  }

  @Test
  void anotherTransactionsReadingsSayNothingOfTheCar() {
    site.start("A", 1);
    site.settle();
    site.end("A", 1);
    site.start("A", 2);
    site.settle();

    onePhase("A", 1);
    site.settle();

    assertEquals(3, site.status("A").phasesUsed());
  }

  @Test
  void aPlanThatFitsTheCarsPhasesIsFollowedOnceTheyAreKnown() {
    Map<ConnectorKey, Course> plan =
        Map.of(
            new ConnectorKey("A", 1), Course.constant(100),
            new ConnectorKey("B", 1), Course.constant(250));
    Steps two = new Steps(320, "A", "B").turned("B");
    two.start("A", 1);
    two.start("B", 2);
    two.plan(plan);
    two.settle();
    assertNotNull(two.now().planRefused(), "350 on three phases");

    onePhase(two, "A", 1);
    onePhase(two, "B", 2);
    two.settle();

    assertNull(two.now().planRefused());
    assertEquals(100, two.desired("A"));
    assertEquals(250, two.desired("B"));
    assertEquals(List.of(100, 250, 0), two.now().nodes().getFirst().desired());
  }

  @Test
  void aRestartKeepsWhatIsKnownOfTheCarsThatAreThere() {
    site.start("A", 1);
    site.settle();
    onePhase("A", 1);
    site.settle();
    assertEquals(1, site.status("A").phasesUsed());

    site.limit(300);
    site.settle();
    assertEquals(1, site.status("A").phasesUsed(), "a site that is described anew is no restart");

    site.restart();
    site.settle();
    assertEquals(1, site.status("A").phasesUsed());

    site.draws("A", 1, 16, 16, 16);
    site.settle();
    assertEquals(3, site.status("A").phasesUsed(), "it shows more than was known");
    assertTrue(site.now().underControl());
  }

  @Test
  void aCarThatCameWhileTheServiceWasAwayIsAnother() {
    site.start("A", 1);
    site.settle();
    onePhase("A", 1);
    site.settle();

    site.restart();
    site.end("A", 1);
    site.start("A", 2);
    site.settle();

    assertEquals(3, site.status("A").phasesUsed());
  }

  private List<Integer> worst() {
    return site.now().nodes().getFirst().worst();
  }

  private void onePhase(String name, int transaction) {
    onePhase(site, name, transaction);
  }

  /** It is seen on one phase for a while; the other cars are not there to be seen. */
  private static void onePhase(Steps site, String name, int transaction) {
    for (int i = 0; i < 4; i++) {
      site.wait(Duration.ofSeconds(30));
      site.draws(name, transaction, Math.max(6, site.desired(name) / 10.0), 0, 0);
      site.settle();
    }
  }
}
