package io.evenkeel.auth.api;

import io.evenkeel.auth.domain.IdTagChange;
import io.evenkeel.auth.domain.Verdict;
import io.evenkeel.auth.domain.Violation;
import io.evenkeel.auth.domain.csv.ImportLine;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From what the file said and what was judged to the report's lines. */
final class ImportLines {

  private ImportLines() {}

  /**
   * @param verdicts one for each sound line, in their order
   */
  static List<ImportReport.Line> report(List<ImportLine> lines, Iterator<Verdict> verdicts) {
    return lines.stream()
        .map(
            line ->
                switch (line) {
                  case ImportLine.Sound(int number, IdTagChange change) ->
                      judged(number, change.idTag().spelled(), verdicts.next());
                  case ImportLine.Unsound(int number, String idTag, List<Violation> violations) ->
                      rejected(number, idTag, violations);
                })
        .toList();
  }

  private static ImportReport.Line judged(int number, String idTag, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Created _ -> accepted(number, idTag, ImportReport.Outcome.created);
      case Verdict.Updated _ -> accepted(number, idTag, ImportReport.Outcome.updated);
      case Verdict.Refused(Violation violation) -> rejected(number, idTag, List.of(violation));
    };
  }

  private static ImportReport.Line accepted(
      int number, String idTag, ImportReport.Outcome outcome) {
    return new ImportReport.Line(number, idTag, outcome, null);
  }

  private static ImportReport.Line rejected(
      int number, @Nullable String idTag, List<Violation> violations) {
    return new ImportReport.Line(
        number,
        idTag,
        ImportReport.Outcome.rejected,
        violations.stream().map(ImportReport.Fault::of).toList());
  }
}
