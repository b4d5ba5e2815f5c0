package io.evenkeel.smartcharging.domain.problem;

import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Violation;
import java.util.List;
import java.util.Set;

/** What was found wrong, in the order in which it was found. */
record Findings(List<Violation> found) {

  /** In tenths of an ampere. */
  private static final int LARGEST_CURRENT = 10_000;

  void add(String field, String message) {
    found.add(new Violation(field, message));
  }

  void range(String field, int value, int least, int most) {
    if (value < least || value > most) {
      add(field, "must be %d to %d, not %d".formatted(least, most, value));
    }
  }

  /** Infinite ones and those that are none are outside every range. */
  void number(String field, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      add(field, "must be %s to %s, not %s".formatted(plain(least), plain(most), plain(value)));
    }
  }

  void current(String field, int tenths, int least) {
    if (tenths < least || tenths > LARGEST_CURRENT) {
      add(
          field,
          "must be %s to %s A, not %s"
              .formatted(amperes(least), amperes(LARGEST_CURRENT), amperes(tenths)));
    }
  }

  void size(String field, int size) {
    if (size > InstanceRules.LARGEST) {
      add(field, "must be " + InstanceRules.LARGEST + " at most, not " + size);
    }
  }

  /** Notes it when it is empty or known already. */
  void id(String field, String id, Set<String> known) {
    if (id.isBlank()) {
      add(field, "must not be empty");
    } else if (!known.add(id)) {
      add(field, "is used twice: " + id);
    }
  }

  List<Violation> all() {
    return List.copyOf(found);
  }

  static String amperes(int tenths) {
    return Amperes.of(tenths).toPlainString();
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
