package io.evenkeel.smartcharging.domain.composite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import io.evenkeel.smartcharging.domain.composite.Comparison.Difference;
import io.evenkeel.smartcharging.domain.composite.Comparison.Tolerance;
import io.evenkeel.smartcharging.domain.composite.Comparison.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Instant NOW = Instant.parse("2026-03-25T12:00:00Z");
  private static final Supply SUPPLY = new Supply(230, 3);

  /** 16 A, from 900 s on 8 A, from 1800 s on nothing. */
  private static final CompositeSchedule OURS =
      CompositeSchedule.of(
          InstalledProfiles.NONE.set(
              A.profile(1, ChargingProfilePurpose.TxDefaultProfile)
                  .lasting(1800)
                  .periods(0, 16, 900, 8)),
          1,
          null,
          NOW,
          3600,
          ChargingRateUnit.A,
          SUPPLY);

  private static Comparison compared(GetCompositeSchedule.Response answer) {
    return Comparison.of(OURS, answer, SUPPLY, 320, Tolerance.USUAL);
  }

  private static GetCompositeSchedule.Response answer(
      @Nullable Instant start, ChargingRateUnit unit, double... startsAndLimits) {
    List<ChargingSchedulePeriod> periods = new ArrayList<>();
    for (int i = 0; i < startsAndLimits.length; i += 2) {
      periods.add(
          new ChargingSchedulePeriod(
              (int) startsAndLimits[i], BigDecimal.valueOf(startsAndLimits[i + 1]), null));
    }
    return accepted(start, new ChargingSchedule(3600, null, unit, periods, null));
  }

  private static GetCompositeSchedule.Response accepted(
      @Nullable Instant start, @Nullable ChargingSchedule schedule) {
    return new GetCompositeSchedule.Response(
        GetCompositeSchedule.Status.Accepted,
        1,
        start == null ? null : Timestamp.of(start),
        schedule);
  }

  private static GetCompositeSchedule.Response amperes(double... startsAndLimits) {
    return answer(NOW, ChargingRateUnit.A, startsAndLimits);
  }

  private static void assertSame(Comparison comparison) {
    assertEquals(new Comparison(Verdict.SAME, 0, List.of(), List.of()), comparison);
  }

  @Test
  void the_same_schedule_agrees() {
    assertSame(compared(amperes(0, 16, 900, 8, 1800, 32)));
  }

  @Test
  void where_nothing_limits_it_may_say_what_it_likes() {
    assertSame(compared(amperes(0, 16, 900, 8, 1800, 20)));
    assertSame(compared(amperes(0, 16, 900, 8, 1800, 63)));
  }

  @Test
  void a_tenth_of_an_ampere_is_rounding_and_two_are_not() {
    assertSame(compared(amperes(0, 16.1, 900, 7.9, 1800, 32)));
    assertEquals(Verdict.MORE, compared(amperes(0, 16.2, 900, 8, 1800, 32)).verdict());
  }

  @Test
  void boundaries_may_be_some_seconds_off() {
    assertSame(compared(amperes(0, 16, 910, 8, 1795, 32)));
    assertEquals(Verdict.MORE, compared(amperes(0, 16, 911, 8, 1800, 32)).verdict());
  }

  @Test
  void split_periods_and_another_unit_agree() {
    assertSame(compared(amperes(0, 16, 300, 16, 900, 8, 1000, 8, 1800, 32)));
    assertSame(compared(answer(NOW, ChargingRateUnit.W, 0, 11_040, 900, 5520, 1800, 22_080)));
  }

  @Test
  void an_answer_without_its_start_begins_with_the_question() {
    assertSame(compared(answer(null, ChargingRateUnit.A, 0, 16, 900, 8, 1800, 32)));
  }

  @Test
  void an_answer_that_began_earlier_is_compared_from_the_question_on() {
    var earlier = compared(answer(NOW.minusSeconds(600), ChargingRateUnit.A, 0, 16, 1500, 8));

    assertEquals(Verdict.SAME, earlier.verdict());
    assertEquals(-600, earlier.clockOff());
    assertEquals(List.of("its schedule starts 600 s before the question"), earlier.words());
  }

  @Test
  void an_answer_that_begins_later_tells_of_a_fast_clock_and_holds_from_now() {
    var later = compared(answer(NOW.plusSeconds(600), ChargingRateUnit.A, 0, 16, 900, 8));

    assertEquals(Verdict.SAME, later.verdict());
    assertEquals(600, later.clockOff());
  }

  @Test
  void a_shorter_stretch_agrees_as_far_as_it_goes() {
    var schedule =
        new ChargingSchedule(
            600,
            null,
            ChargingRateUnit.A,
            List.of(new ChargingSchedulePeriod(0, BigDecimal.valueOf(16), null)),
            null);

    assertSame(compared(accepted(NOW, schedule)));
  }

  @Test
  void less_than_it_was_told_is_said_where_and_how_much() {
    var less = compared(amperes(0, 10, 900, 8));

    assertEquals(Verdict.LESS, less.verdict());
    assertEquals(List.of(new Difference(0, 900, 160, 100)), less.differences());
    assertEquals(
        List.of("from 0 s to 900 s after the question it should allow 16.0 A and says 10.0 A"),
        less.words());
  }

  @Test
  void more_than_it_was_told_anywhere_is_more() {
    var more = compared(amperes(0, 10, 900, 32));

    assertEquals(Verdict.MORE, more.verdict());
    assertEquals(
        List.of(new Difference(0, 900, 160, 100), new Difference(900, 1800, 80, 320)),
        more.differences());
  }

  @Test
  void a_limit_above_what_the_connector_can_draw_is_no_difference() {
    var ours =
        CompositeSchedule.of(
            InstalledProfiles.NONE.set(
                A.profile(1, ChargingProfilePurpose.TxDefaultProfile).periods(0, 32)),
            1,
            null,
            NOW,
            3600,
            ChargingRateUnit.A,
            SUPPLY);

    assertSame(Comparison.of(ours, amperes(0, 16), SUPPLY, 160, Tolerance.USUAL));
    assertSame(Comparison.of(ours, amperes(0, 32), SUPPLY, 160, Tolerance.USUAL));
  }

  @Test
  void rejected_empty_and_missing_schedules_say_nothing() {
    var rejected =
        compared(
            new GetCompositeSchedule.Response(
                GetCompositeSchedule.Status.Rejected, null, null, null));
    var missing = compared(accepted(NOW, null));
    var empty = compared(amperes());

    assertEquals(List.of("GetCompositeSchedule was answered Rejected"), rejected.words());
    assertEquals(
        List.of(Verdict.SILENT, Verdict.SILENT, Verdict.SILENT),
        List.of(rejected.verdict(), missing.verdict(), empty.verdict()));
    assertTrue(missing.words().equals(empty.words()));
  }

  @Test
  void an_answer_of_the_past_says_nothing() {
    assertEquals(
        Verdict.SILENT,
        compared(answer(NOW.minusSeconds(7200), ChargingRateUnit.A, 0, 16)).verdict());
  }
}
