package io.evenkeel.smartcharging.domain.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import io.evenkeel.simulator.charging.ChargerModel;
import io.evenkeel.smartcharging.domain.safety.Course;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Every rung of the ladder, climbed with the virtual charge point on the other end: it gets its
 * limit in the end, by its own reckoning, and the lesson is learned.
 */
class LadderTest {

  private static final Predicate<ChargingProfile> NOTHING = _ -> false;
  private static final Duration SOON = Duration.ofMinutes(10);

  private Steps site = new Steps(200, "A");

  /** It is on 20 A soon, having taught this. */
  private SimulatedCharger climbs(
      ChargerModel model, int stackLevels, Predicate<ChargingProfile> refuses, String... lessons) {
    SimulatedCharger charger = new SimulatedCharger(site, model, stackLevels, refuses);
    charger.plugIn(1);

    site.play(charger::answers, SOON);

    assertEquals(List.of(lessons), lessons());
    assertEquals(20.0, charger.limit(), 0.1);
    assertTrue(site.now().underControl());
    return charger;
  }

  private SimulatedCharger climbs(Predicate<ChargingProfile> refuses, String... lessons) {
    return climbs(ChargerModel.GENERIC, 3, refuses, lessons);
  }

  private List<String> lessons() {
    return site.status("A").learned().lessons("A", Learned.NOTHING, site.time()).stream()
        .map(lesson -> lesson.field() + "=" + lesson.value())
        .toList();
  }

  private static boolean isIn(ChargingProfile profile, ChargingRateUnit unit) {
    return profile.chargingSchedule().chargingRateUnit() == unit;
  }

  private static boolean anyPeriod(
      ChargingProfile profile, Predicate<ChargingSchedulePeriod> quirk) {
    return profile.chargingSchedule().chargingSchedulePeriod().stream().anyMatch(quirk);
  }

  @Test
  void byTheBook() {
    climbs(NOTHING);
  }

  @Test
  void kind() {
    climbs(
        profile -> profile.chargingProfileKind() == ChargingProfileKind.Relative,
        "acceptsRelative=false");
  }

  @Test
  void unit() {
    site.units(ChargingRateUnit.A, ChargingRateUnit.W);
    climbs(profile -> isIn(profile, ChargingRateUnit.A), "rateUnits=[\"W\"]");
  }

  @Test
  void theOtherUnit() {
    site.units(ChargingRateUnit.W);
    climbs(profile -> isIn(profile, ChargingRateUnit.W), "rateUnits=[\"A\"]");
  }

  @Test
  void numberOfPhases() {
    site.wired(1).units(ChargingRateUnit.W);
    climbs(
        SimulatedCharger.standing(10, 1),
        3,
        profile -> anyPeriod(profile, period -> period.numberPhases() != null),
        "acceptsNumberPhases=false");
  }

  @Test
  void stackLevel() {
    site.stackLevels(3);
    climbs(ChargerModel.GENERIC, 0, NOTHING, "maxStackLevel=0");
  }

  @Test
  void purpose() {
    climbs(
        profile -> profile.chargingProfilePurpose() == ChargingProfilePurpose.TxProfile,
        "acceptsTxProfile=false");
  }

  @Test
  void severalAtOnce() {
    site.stackLevels(3).units(ChargingRateUnit.A, ChargingRateUnit.W);
    climbs(
        profile ->
            isIn(profile, ChargingRateUnit.A)
                || profile.chargingProfileKind() == ChargingProfileKind.Relative,
        "rateUnits=[\"W\"]",
        "acceptsRelative=false");
  }

  @Test
  void zero() {
    site = new Steps(100, "A", "B");
    SimulatedCharger charger =
        new SimulatedCharger(
            site,
            ChargerModel.GENERIC,
            3,
            profile -> anyPeriod(profile, period -> period.limit().signum() == 0));
    site.play(charger::answers, SOON);

    assertEquals(List.of("acceptsZero=false"), lessons());
    assertEquals(6.0, charger.limit());
  }

  @Test
  void periodsOfADelta() {
    SimulatedCharger charger = climbs(ChargerModel.DELTA_AC_MAX, 3, NOTHING);

    site.plan("A", stairs());
    site.play(charger::answers, SOON);

    assertEquals(10, charger.longest, "whatever it advertises");
    assertEquals(List.of(), lessons());
  }

  @Test
  void periodsOfOneThatStandsThreeAndSaysTen() {
    SimulatedCharger charger = climbs(SimulatedCharger.standing(3, 3), 3, NOTHING);

    site.plan("A", stairs());
    site.play(charger::answers, SOON);

    assertEquals(10, charger.longest);
    assertEquals(2, charger.lost, "ten and five");
    assertEquals(List.of("maxSchedulePeriods=2"), lessons());
    assertTrue(charger.limit() >= 6 && charger.limit() <= 20, "two periods say it less closely");

    site.wait(Duration.ofHours(1));
    site.plan("A", stairs());
    site.play(charger::answers, SOON);

    assertEquals(3, charger.lost, "five, once more");
    assertEquals(List.of("maxSchedulePeriods=2"), lessons());
    assertTrue(site.now().underControl());
  }

  /** From 20 A, eleven times less by 1 A. */
  private Course stairs() {
    List<Course.Step> steps = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Instant from = i == 0 ? Instant.MIN : site.time().plus(Duration.ofMinutes(15L * i + 15));
      steps.add(new Course.Step(from, 200 - 10 * i));
    }
    return Course.of(steps, site.time().plus(Duration.ofHours(8)));
  }
}
