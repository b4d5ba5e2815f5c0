package io.evenkeel.smartcharging.domain.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.messaging.CapabilityLearned;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile.Status;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a charger refuses is found out once, told, kept, and tried again when somebody says so. */
class RefusalsTest {

  private static final Duration SOON = Duration.ofMinutes(5);
  private final List<ChargingProfile> sent = new ArrayList<>();

  private void play(Steps site, Predicate<ChargingProfile> refuses) {
    sent.clear();
    site.answerAll(
        apply -> {
          ChargingProfile profile = apply.request().csChargingProfiles();
          sent.add(profile);
          return refuses.test(profile) ? Status.Rejected : Status.Accepted;
        },
        SOON);
  }

  private static List<String> lessons(Steps site) {
    Learned learned = site.status("A").learned();
    return learned.lessons("A", Learned.NOTHING, site.time()).stream()
        .map(RefusalsTest::words)
        .filter(words -> !words.startsWith("readsBack"))
        .toList();
  }

  private static String words(CapabilityLearned lesson) {
    return lesson.field() + "=" + lesson.value();
  }

  @Test
  void whoRefusesRelativeIsNotAskedForItAgainUntilALessonIsForgotten() {
    Predicate<ChargingProfile> refuses = RefusalsTest::isRelative;
    Steps site = new Steps(320, "A");
    play(site, refuses);
    assertTrue(sent.stream().anyMatch(refuses));
    assertEquals(List.of("acceptsRelative=false"), lessons(site));
    assertEquals(
        site.status("A").learned(), site.stored().getLast().learned(), "it outlives the process");

    site.reconnects("A", 2);
    play(site, refuses);
    assertFalse(sent.isEmpty());
    assertTrue(sent.stream().noneMatch(refuses), "it is known");

    site.gatewayRepeatsItself("A");
    assertEquals(List.of(), lessons(site), "an operator's word, or a lesson that was deleted");
    play(site, refuses);
    assertTrue(sent.stream().anyMatch(refuses), "it is tried again");
    assertEquals(List.of("acceptsRelative=false"), lessons(site), "and learned again");
  }

  @Test
  void whatTheGatewaySaysBeforeItCanHaveHeardChangesNothing() {
    Steps site = new Steps(320, "A");
    site.start("A", 1);
    for (int i = 0; i < 4; i++) {
      site.answerAll(
          apply ->
              isRelative(apply.request().csChargingProfiles()) ? Status.Rejected : Status.Accepted,
          Duration.ofSeconds(1));
    }
    assertEquals(List.of("acceptsRelative=false"), lessons(site));

    site.gatewayRepeatsItself("A");

    assertEquals(List.of("acceptsRelative=false"), lessons(site), "the lesson is on its way");
  }

  @Test
  void whoTakesWattsOnlyIsLearned() {
    Steps site = new Steps(320, "A").units(ChargingRateUnit.A, ChargingRateUnit.W);
    play(site, profile -> profile.chargingSchedule().chargingRateUnit() == ChargingRateUnit.A);

    assertEquals(List.of("rateUnits=[\"W\"]"), lessons(site));
    assertTrue(site.held("A").ofDefault().confirmed());
  }

  @Test
  void whoSaysWattsAndTakesAmperesOnlyIsLearned() {
    Steps site = new Steps(320, "A").units(ChargingRateUnit.W);
    play(site, profile -> profile.chargingSchedule().chargingRateUnit() == ChargingRateUnit.W);

    assertEquals(List.of("rateUnits=[\"A\"]"), lessons(site));
    assertTrue(site.held("A").ofDefault().confirmed());

    site.reconnects("A", 2);
    play(site, _ -> false);
    assertFalse(sent.isEmpty());
    assertTrue(
        sent.stream()
            .allMatch(
                profile -> profile.chargingSchedule().chargingRateUnit() == ChargingRateUnit.A));
    site.gatewayRepeatsItself("A");
    assertEquals(List.of(), lessons(site), "an operator knows better");
  }

  @Test
  void wattsAreNeverTriedUnasked() {
    Steps site = new Steps(320, "A").units(ChargingRateUnit.A);
    play(site, _ -> true);

    assertTrue(
        sent.stream()
            .allMatch(
                profile -> profile.chargingSchedule().chargingRateUnit() == ChargingRateUnit.A));
    assertEquals(List.of(), lessons(site));
  }

  @Test
  void whoRefusesNumberPhasesIsLearned() {
    Predicate<ChargingProfile> refuses =
        profile ->
            profile.chargingSchedule().chargingSchedulePeriod().getFirst().numberPhases() != null;
    Steps site = new Steps(320, "A").wired(1).units(ChargingRateUnit.W);
    play(site, refuses);
    assertTrue(sent.stream().anyMatch(refuses));
    assertEquals(List.of("acceptsNumberPhases=false"), lessons(site));

    site.reconnects("A", 2);
    play(site, refuses);
    assertFalse(sent.isEmpty());
    assertTrue(sent.stream().noneMatch(refuses), "it is known");
  }

  @Test
  void onThreePhasesNothingIsLearnedOfNumberPhases() {
    Steps site = new Steps(320, "A").units(ChargingRateUnit.W);
    List<Boolean> twice = new ArrayList<>();
    play(site, _ -> twice.size() < 2 && twice.add(true));

    assertEquals(List.of(), lessons(site), "the third is the first to the letter");
  }

  @Test
  void whoRefusesTxProfilesIsNotAskedAgainForTheNextTransaction() {
    Predicate<ChargingProfile> refuses =
        profile -> profile.chargingProfilePurpose() == ChargingProfilePurpose.TxProfile;
    Steps site = new Steps(320, "A");
    site.start("A", 1);
    play(site, refuses);
    assertTrue(sent.stream().anyMatch(refuses));
    assertEquals(List.of("acceptsTxProfile=false"), lessons(site));

    site.end("A", 1);
    site.start("A", 2);
    site.limit(200);
    play(site, refuses);

    assertTrue(sent.stream().noneMatch(refuses));
    assertEquals(200, site.held("A").worst(), "the default steers");
  }

  private static boolean isRelative(ChargingProfile profile) {
    return profile.chargingProfileKind() == ChargingProfileKind.Relative;
  }
}
