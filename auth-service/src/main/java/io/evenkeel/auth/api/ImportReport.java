package io.evenkeel.auth.api;

import io.evenkeel.auth.domain.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an import.
 *
 * @param dryRun true: nothing was written, this is what would have been
 * @param accepted lines that are (or would be) written
 * @param rejected lines that are not
 * @param lines every line of the file but the header and blank ones, in the file's order
 */
record ImportReport(boolean dryRun, int accepted, int rejected, List<Line> lines) {

  ImportReport {
    lines = List.copyOf(lines);
  }

  /** What came of one line. */
  enum Outcome {
    created,
    updated,
    rejected
  }

  /** Why a line was rejected; {@code line} as the field stands for the line as a whole. */
  record Fault(String field, String reason) {
    static Fault of(Violation violation) {
      return new Fault(violation.field(), violation.message());
    }
  }

  /**
   * A line.
   *
   * @param line counted from 1, the header included
   * @param errors null when it was accepted
   */
  record Line(int line, @Nullable String idTag, Outcome outcome, @Nullable List<Fault> errors) {}

  static ImportReport of(boolean dryRun, List<Line> lines) {
    int rejected = (int) lines.stream().filter(line -> line.outcome() == Outcome.rejected).count();
    return new ImportReport(dryRun, lines.size() - rejected, rejected, lines);
  }
}
