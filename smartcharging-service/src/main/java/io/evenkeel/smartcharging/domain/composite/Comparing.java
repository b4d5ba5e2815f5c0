package io.evenkeel.smartcharging.domain.composite;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.smartcharging.domain.composite.Comparison.Difference;
import io.evenkeel.smartcharging.domain.composite.Comparison.Tolerance;
import io.evenkeel.smartcharging.domain.composite.Comparison.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Works out a {@link Comparison}. */
record Comparing(CompositeSchedule ours, Supply supply, int maximum, Tolerance tolerance) {

  /** Rounding of the arithmetic itself. */
  private static final double EXACT = 1e-6;

  Comparing {
    if (ours.unit() != ChargingRateUnit.A) {
      throw new IllegalArgumentException("compared are amperes, not " + ours.unit());
    }
  }

  Comparison with(GetCompositeSchedule.Response answer) {
    @Nullable ChargingSchedule schedule = answer.chargingSchedule();
    if (answer.status() != GetCompositeSchedule.Status.Accepted) {
      return silent("GetCompositeSchedule was answered " + answer.status());
    }
    if (schedule == null || schedule.chargingSchedulePeriod().isEmpty()) {
      return silent("GetCompositeSchedule was accepted without a schedule");
    }
    long off = clockOff(answer, schedule);
    Answered answered = new Answered(schedule, answeredStart(off), supply);
    List<Difference> differences = differences(answered);
    return new Comparison(verdict(differences), off, differences, words(off, differences));
  }

  private static Comparison silent(String why) {
    return new Comparison(Verdict.SILENT, 0, List.of(), List.of(why));
  }

  private long clockOff(GetCompositeSchedule.Response answer, ChargingSchedule schedule) {
    @Nullable Timestamp said =
        answer.scheduleStart() == null ? schedule.startSchedule() : answer.scheduleStart();
    return said == null ? 0 : Duration.between(ours.from(), said.instant()).toSeconds();
  }

  /**
   * Where the answer begins, in seconds from the question. One from the past may well be the
   * beginning of a profile. One from the future is a clock that is fast: what is said to begin then
   * is what the charge point does now.
   */
  private long answeredStart(long off) {
    return off < -tolerance.seconds() ? off : 0;
  }

  private List<Difference> differences(Answered answered) {
    List<Difference> found = new ArrayList<>();
    int end = (int) Math.min(ours.seconds(), answered.end());
    SortedSet<Integer> cuts = new TreeSet<>(List.of(0, Math.max(end, 0)));
    ours.steps().forEach(step -> cuts.add(step.start()));
    answered.starts().forEach(cuts::add);
    int start = 0;
    for (int cut : cuts.tailSet(1)) {
      if (cut > end) {
        break;
      }
      compare(answered, start, cut, found);
      start = cut;
    }
    if (end <= 0) {
      found.add(new Difference(0, ours.seconds(), expected(0), null));
    }
    return found;
  }

  /** A stretch between two boundaries that are close together is a boundary. */
  private void compare(Answered answered, int start, int end, List<Difference> found) {
    @Nullable Double said = answered.at(start);
    boolean same =
        said == null
            ? ours.limitAt(start) == null
            : agree(ours.limitAt(start), said, expected(start));
    if (same || end - start <= tolerance.seconds()) {
      return;
    }
    @Nullable Integer tenths = said == null ? null : Integer.valueOf((int) Math.round(said * 10));
    if (!found.isEmpty() && found.getLast().end() == start && continues(found.getLast(), tenths)) {
      Difference before = found.removeLast();
      found.add(new Difference(before.start(), end, before.expected(), tenths));
    } else {
      found.add(new Difference(start, end, expected(start), tenths));
    }
  }

  private boolean continues(Difference before, @Nullable Integer answered) {
    return before.expected() == expected(before.end())
        && Objects.equals(before.answered(), answered);
  }

  private boolean agree(@Nullable Integer limit, double said, int expected) {
    boolean unlimited = limit == null || limit >= maximum;
    return (unlimited && said * 10 >= maximum)
        || limit == null
        || Math.abs(said - expected / 10.0) <= tolerance.amperes() + EXACT;
  }

  private int expected(int second) {
    @Nullable Integer limit = ours.limitAt(second);
    return limit == null ? maximum : Math.min(limit, maximum);
  }

  private static Verdict verdict(List<Difference> differences) {
    if (differences.isEmpty()) {
      return Verdict.SAME;
    }
    if (differences.stream().anyMatch(Difference::allowsMore)) {
      return Verdict.MORE;
    }
    return differences.stream().allMatch(one -> one.answered() == null)
        ? Verdict.SILENT
        : Verdict.LESS;
  }

  private List<String> words(long off, List<Difference> differences) {
    List<String> words = new ArrayList<>();
    for (Difference one : differences) {
      words.add(
          "from %d s to %d s after the question it should allow %s and %s"
              .formatted(
                  one.start(),
                  one.end(),
                  amperes(one.expected()),
                  one.answered() == null ? "says nothing" : "says " + amperes(one.answered())));
    }
    if (Math.abs(off) > tolerance.seconds()) {
      words.add(
          "its schedule starts %d s %s the question"
              .formatted(Math.abs(off), off > 0 ? "after" : "before"));
    }
    return words;
  }

  private static String amperes(int tenths) {
    return String.format(Locale.ROOT, "%.1f A", tenths / 10.0);
  }
}
