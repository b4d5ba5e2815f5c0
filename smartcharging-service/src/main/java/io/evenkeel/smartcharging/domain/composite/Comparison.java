package io.evenkeel.smartcharging.domain.composite;

import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a charge point's answer to GetCompositeSchedule agrees with what its profiles should make
 * it do.
 *
 * <p>Not counted as a difference: the unit, limits rounded to 0.1 A, neighbours merged or split,
 * boundaries that are a few seconds off, a scheduleStart that is left out, a stretch shorter than
 * what was asked for, and whatever it says where no profile limits it.
 *
 * @param clockOff how many seconds the answer's scheduleStart is later than the question; 0 when it
 *     says none
 * @param differences where it answers something else, in order
 * @param words for people: what is the matter; empty when everything is as it should be
 */
public record Comparison(
    Verdict verdict, long clockOff, List<Difference> differences, List<String> words) {

  /** What the answer means. */
  public enum Verdict {
    /** It does what it was told. */
    SAME,
    /** It allows less than it was told somewhere, and nowhere more. */
    LESS,
    /** It allows more than it was told somewhere. */
    MORE,
    /** It says nothing that can be compared. */
    SILENT
  }

  /**
   * A stretch in which it answers something else.
   *
   * @param start in seconds from the question
   * @param end in seconds from the question
   * @param expected in whole tenths of an ampere per phase
   * @param answered in whole tenths of an ampere per phase; null: it says nothing there
   */
  public record Difference(int start, int end, int expected, @Nullable Integer answered) {

    boolean allowsMore() {
      return answered != null && answered > expected;
    }
  }

  /**
   * What does not count as a difference.
   *
   * @param amperes limits that differ by no more, in A
   * @param seconds boundaries that are no further apart
   */
  public record Tolerance(double amperes, int seconds) {

    /** OCPP's step of 0.1 A, and 10 s for the way there and back and a clock that is a bit off. */
    public static final Tolerance USUAL = new Tolerance(0.1, 10);
  }

  public Comparison {
    differences = List.copyOf(differences);
    words = List.copyOf(words);
  }

  /** Whether it does what it was told. */
  public boolean agrees() {
    return verdict == Verdict.SAME;
  }

  /**
   * @param ours in A, beginning when the charge point was asked
   * @param maximum what the connector draws at most when nothing limits it, in whole tenths of an
   *     ampere: a charge point that says so disagrees with no higher limit
   */
  public static Comparison of(
      CompositeSchedule ours,
      GetCompositeSchedule.Response answer,
      Supply supply,
      int maximum,
      Tolerance tolerance) {
    return new Comparing(ours, supply, maximum, tolerance).with(answer);
  }
}
