package io.evenkeel.smartcharging.domain.composite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.simulator.charging.ChargerModel;
import io.evenkeel.simulator.charging.ProfileStore;
import io.evenkeel.smartcharging.domain.composite.Comparison.Tolerance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The virtual charge point, which shares no code with our calculator, makes the same of random
 * profiles that are set and cleared at random.
 */
class SimulatorAgreesTest {

  private static final long SEEDS = Long.getLong("evenkeel.seeds", 3000);
  private static final Instant NOW = Instant.parse("2026-03-28T12:00:00Z");
  private static final int SECONDS = 7200;
  private static final int MOST = 320;
  private static final Supply SUPPLY = new Supply(230, 3);
  private static final Running RUNNING = new Running(7, NOW.minusSeconds(600));

  /** One charge point with two connectors, in both minds. */
  private static final class Twins {
    private final Random random;
    private final ProfileStore simulated = new ProfileStore(ChargerModel.DOUBLE, 3, 20);
    private InstalledProfiles ours = InstalledProfiles.NONE;
    private final List<Object> story = new ArrayList<>();
    private final @Nullable Running running;

    Twins(long seed) {
      random = new Random(seed);
      running = random.nextInt(3) > 0 ? RUNNING : null;
      int changes = 1 + random.nextInt(8);
      for (int i = 0; i < changes; i++) {
        if (random.nextInt(6) == 0) {
          clear();
        } else {
          set();
        }
      }
    }

    private ProfileStore.@Nullable Running simulatedRunning() {
      return running == null
          ? null
          : new ProfileStore.Running(running.transactionId(), running.start());
    }

    private void set() {
      SetChargingProfile.Request request = anything();
      boolean taken =
          simulated.set(
              request.connectorId(),
              request.csChargingProfiles(),
              request.connectorId() == 1 ? simulatedRunning() : null);
      if (taken) {
        ours = ours.set(request);
        story.add(request);
      }
    }

    private void clear() {
      var request =
          new ClearChargingProfile.Request(
              maybe(1 + random.nextInt(5)),
              maybe(random.nextInt(3)),
              maybe(one(ChargingProfilePurpose.values())),
              maybe(random.nextInt(4)));
      int before = ours.all().size();
      ours = ours.clear(request);
      story.add(request);
      assertEquals(simulated.clear(request), ours.all().size() < before, story::toString);
    }

    private SetChargingProfile.Request anything() {
      ChargingProfilePurpose purpose = one(ChargingProfilePurpose.values());
      A profile = A.profile(1 + random.nextInt(5), purpose).level(random.nextInt(4));
      if (purpose == ChargingProfilePurpose.TxDefaultProfile) {
        profile = profile.on(random.nextInt(3));
      }
      if (purpose == ChargingProfilePurpose.TxProfile && random.nextBoolean()) {
        profile = profile.transaction(7);
      }
      profile =
          switch (random.nextInt(4)) {
            case 0 -> profile.daily(around(86_400 * 3));
            case 1 -> profile.weekly(around(86_400 * 20));
            case 2 -> profile.absolute(around(SECONDS));
            default -> profile;
          };
      if (random.nextInt(3) == 0) {
        profile = profile.lasting(300 * random.nextInt(1, 300));
      }
      if (random.nextInt(4) == 0) {
        profile = profile.valid(maybe(around(SECONDS)), maybe(around(SECONDS)));
      }
      boolean watts = random.nextInt(3) == 0;
      if (watts) {
        profile = profile.watts(maybe(1 + random.nextInt(3)));
      }
      double[] periods = new double[2 * random.nextInt(1, 6)];
      for (int i = 1; i < periods.length; i += 2) {
        periods[i - 1] = i == 1 ? 0 : periods[i - 3] + 60 * random.nextInt(1, 120);
        periods[i] = random.nextInt(400) * (watts ? 500 : 1) / 10.0;
      }
      return profile.periods(periods);
    }

    private Instant around(int seconds) {
      return NOW.plusSeconds(random.nextInt(-seconds, seconds));
    }

    private <T> @Nullable T maybe(T value) {
      return random.nextBoolean() ? value : null;
    }

    private <T> T one(T[] all) {
      return all[random.nextInt(all.length)];
    }

    CompositeSchedule ours(int connectorId, ChargingRateUnit unit) {
      return CompositeSchedule.of(
          ours, connectorId, connectorId == 1 ? running : null, NOW, SECONDS, unit, SUPPLY);
    }

    ChargingSchedule simulated(int connectorId, ChargingRateUnit unit) {
      return simulated.composite(
          connectorId,
          List.of(Optional.ofNullable(simulatedRunning()), Optional.empty()),
          NOW,
          SECONDS,
          unit);
    }
  }

  private static int tenthsAt(ChargingSchedule schedule, int second) {
    int tenths = -1;
    for (var period : schedule.chargingSchedulePeriod()) {
      if (period.startPeriod() <= second) {
        tenths = period.limit().movePointRight(1).intValueExact();
      }
    }
    return tenths;
  }

  private static TreeSet<Integer> boundaries(CompositeSchedule ours, ChargingSchedule simulated) {
    var moments = new TreeSet<Integer>();
    ours.steps().forEach(step -> moments.add(step.start()));
    simulated.chargingSchedulePeriod().forEach(period -> moments.add(period.startPeriod()));
    return moments;
  }

  @Test
  void the_same_profiles_make_the_same_schedule() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Twins twins = new Twins(seed);
      for (int connector = 1; connector <= 2; connector++) {
        var ours = twins.ours(connector, ChargingRateUnit.A);
        var simulated = twins.simulated(connector, ChargingRateUnit.A);
        for (int second : boundaries(ours, simulated)) {
          @Nullable Integer limit = ours.limitAt(second);
          int expected = limit == null ? MOST : Math.min(limit, MOST);
          assertEquals(
              tenthsAt(simulated, second),
              expected,
              "seed %d connector %d second %d: %s".formatted(seed, connector, second, twins.story));
        }
      }
    }
  }

  @Test
  void the_simulators_answer_in_either_unit_compares_as_the_same() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Twins twins = new Twins(seed);
      for (ChargingRateUnit unit : ChargingRateUnit.values()) {
        // where phases differ from period to period, watts alone do not say how many amperes
        boolean threePhases =
            twins.ours.all().stream()
                .flatMap(one -> one.profile().chargingSchedule().chargingSchedulePeriod().stream())
                .allMatch(period -> period.numberPhases() == null || period.numberPhases() == 3);
        if (unit == ChargingRateUnit.A || threePhases) {
          var answer =
              new GetCompositeSchedule.Response(
                  GetCompositeSchedule.Status.Accepted,
                  1,
                  Timestamp.of(NOW),
                  twins.simulated(1, unit));
          var comparison =
              Comparison.of(
                  twins.ours(1, ChargingRateUnit.A), answer, SUPPLY, MOST, Tolerance.USUAL);
          assertTrue(
              comparison.agrees(), () -> twins.random + " " + comparison + " of " + twins.story);
        }
      }
    }
  }

  @Test
  void the_whole_charge_point_is_the_same() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Twins twins = new Twins(seed);
      var whole =
          CompositeSchedule.together(
              twins.ours(0, ChargingRateUnit.A),
              List.of(
                  capped(twins.ours(1, ChargingRateUnit.A)),
                  capped(twins.ours(2, ChargingRateUnit.A))));
      var simulated = twins.simulated(0, ChargingRateUnit.A);
      for (int second : boundaries(whole, simulated)) {
        assertEquals(
            (double) tenthsAt(simulated, second),
            whole.limitAt(second) == null ? -1 : whole.limitAt(second),
            1.0, // each connector is rounded before they are added
            "seed %d second %d: %s".formatted(seed, second, twins.story));
      }
    }
  }

  private static CompositeSchedule capped(CompositeSchedule schedule) {
    return new CompositeSchedule(
        schedule.from(),
        schedule.seconds(),
        schedule.unit(),
        schedule.steps().stream()
            .map(
                step ->
                    new CompositeSchedule.Step(
                        step.start(), step.limit() == null ? MOST : Math.min(step.limit(), MOST)))
            .toList());
  }
}
