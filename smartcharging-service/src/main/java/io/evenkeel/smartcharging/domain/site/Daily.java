package io.evenkeel.smartcharging.domain.site;

import java.util.List;

/**
 * Amperes per phase that repeat every day by the site's own clock.
 *
 * @param entries in the order of their times, at least one; each counts until the next, the last
 *     one also until the first of the next day
 * @param form how people wrote it; nothing is reckoned with it
 */
public record Daily(List<From> entries, Form form) {

  /** The ways of writing it. */
  public enum Form {
    /** Amperes alone, for all day. */
    AMPERES,
    /** A list that begins with slot 0, which is midnight. */
    SLOT,
    /** A list of times of the day. */
    TIMES
  }

  /** Minutes of a day without a change of the clock. */
  public static final int MINUTES = 24 * 60;

  /** Nothing, all day. */
  public static final Daily NOTHING = always(PhaseLimits.even(0));

  /**
   * From a minute of the day on.
   *
   * @param minute 0 to 1439, by the clock on the wall
   */
  public record From(int minute, PhaseLimits amperes) {}

  public Daily {
    entries = List.copyOf(entries);
  }

  /** Written as a list. */
  public Daily(List<From> entries) {
    this(entries, entries.size() == 1 ? Form.SLOT : Form.TIMES);
  }

  /** The same all day. */
  public static Daily always(PhaseLimits amperes) {
    return new Daily(List.of(new From(0, amperes)));
  }

  /** At a minute of the day. */
  public PhaseLimits at(int minute) {
    PhaseLimits found = entries.getLast().amperes();
    for (From from : entries) {
      if (from.minute() > minute) {
        break;
      }
      found = from.amperes();
    }
    return found;
  }

  /** The same, written in another way. */
  public Daily as(Form other) {
    return new Daily(entries, other);
  }

  /** Whether it is nothing all day, however that is written. */
  public boolean isNothing() {
    return entries.equals(NOTHING.entries);
  }

  /** Whether it never changes. */
  public boolean isConstant() {
    return entries.size() == 1;
  }

  /** The least of the day on each phase. */
  public PhaseLimits least() {
    return entries.stream().map(From::amperes).reduce(PhaseLimits::least).orElseThrow();
  }

  /** The most of the day on each phase. */
  public PhaseLimits most() {
    return entries.stream().map(From::amperes).reduce(PhaseLimits::most).orElseThrow();
  }
}
