package io.evenkeel.auth.domain.csv;

import io.evenkeel.auth.domain.Column;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file's first line: which column stands where.
 *
 * @param delimiter comma, or semicolon as spreadsheets of some countries write it
 * @param columns in the file's order, none twice, idTag among them
 */
record Header(char delimiter, List<Column> columns) {

  private static final String KNOWN =
      Stream.of(Column.values()).map(Column::field).collect(Collectors.joining(", "));

  Header {
    columns = List.copyOf(columns);
  }

  Set<Column> present() {
    return EnumSet.copyOf(columns);
  }

  static Header parse(int lineNumber, String line) {
    char delimiter = line.indexOf(';') >= 0 ? ';' : ',';
    return switch (CsvLine.split(line, delimiter)) {
      case CsvLine.Malformed(String reason) -> throw new UnreadableFile(lineNumber, reason);
      case CsvLine.Fields(List<String> names) -> new Header(delimiter, read(lineNumber, names));
    };
  }

  private static List<Column> read(int lineNumber, List<String> names) {
    List<Column> columns = names.stream().map(name -> column(lineNumber, name)).toList();
    if (!columns.contains(Column.ID_TAG)) {
      throw new UnreadableFile(
          lineNumber, "the header must name the column idTag; known columns: " + KNOWN);
    }
    if (EnumSet.copyOf(columns).size() != columns.size()) {
      throw new UnreadableFile(lineNumber, "the header names a column twice");
    }
    return columns;
  }

  private static Column column(int lineNumber, String name) {
    return Column.named(name)
        .orElseThrow(
            () ->
                new UnreadableFile(
                    lineNumber,
                    "the header names '"
                        + name
                        + "', which is no column; known columns: "
                        + KNOWN));
  }
}
