package io.evenkeel.auth.domain.csv;

import io.evenkeel.auth.domain.Column;
import io.evenkeel.auth.domain.IdTagChange;
import io.evenkeel.auth.domain.Violation;
import io.evenkeel.auth.domain.Violations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads an import file from front to back: every line that is not blank comes out once, sound or
 * not. Not for use by several threads.
 */
public final class IdTagFile {

  /** Longest line in characters. */
  public static final int MAX_LINE = 2_000;

  private final Lines lines;
  private final Header header;
  private final Map<String, Integer> lineOfTag = new HashMap<>();

  private IdTagFile(Lines lines, Header header) {
    this.lines = lines;
    this.header = header;
  }

  /**
   * @throws UnreadableFile when there is no header, or it names no idTag or an unknown column
   */
  public static IdTagFile open(String text) {
    Lines lines = new Lines(text);
    String first = lines.next();
    while (first != null && (first.isBlank() || first.startsWith("sep="))) {
      first = lines.next();
    }
    if (first == null) {
      throw new UnreadableFile(1, "the file is empty: it must begin with a header line");
    }
    return new IdTagFile(lines, Header.parse(lines.number(), first));
  }

  /** What the header names; what it does not name, the import leaves as it is. */
  public Set<Column> columns() {
    return header.present();
  }

  /** The next lines, at most {@code most}; none at the end of the file. */
  public List<ImportLine> next(int most) {
    List<ImportLine> read = new ArrayList<>();
    while (read.size() < most) {
      String line = lines.next();
      if (line == null) {
        break;
      }
      if (!line.isBlank()) {
        read.add(read(lines.number(), line));
      }
    }
    return read;
  }

  private ImportLine read(int number, String line) {
    if (line.length() > MAX_LINE) {
      return unsound(
          number, "line", "must be at most " + MAX_LINE + " characters, it has " + line.length());
    }
    return switch (CsvLine.split(line, header.delimiter())) {
      case CsvLine.Malformed(String reason) -> unsound(number, "line", reason);
      case CsvLine.Fields(List<String> values) when values.size() != header.columns().size() ->
          unsound(
              number,
              "line",
              "has " + values.size() + " fields, the header names " + header.columns().size());
      case CsvLine.Fields(List<String> values) -> once(read(number, values));
    };
  }

  private ImportLine read(int number, List<String> values) {
    Violations violations = new Violations();
    LineFields line = new LineFields(header.columns(), values);
    IdTagChange change = line.change(violations);
    return change == null
        ? new ImportLine.Unsound(number, line.text(Column.ID_TAG), violations.list())
        : new ImportLine.Sound(number, change);
  }

  private ImportLine once(ImportLine line) {
    if (!(line instanceof ImportLine.Sound sound)) {
      return line;
    }
    Integer before = lineOfTag.putIfAbsent(sound.change().idTag().key(), sound.number());
    return before == null
        ? line
        : new ImportLine.Unsound(
            sound.number(),
            sound.change().idTag().spelled(),
            List.of(new Violation(Column.ID_TAG.field(), "already stands on line " + before)));
  }

  private static ImportLine unsound(int number, String field, String reason) {
    return new ImportLine.Unsound(number, null, List.of(new Violation(field, reason)));
  }
}
