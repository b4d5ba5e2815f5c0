package io.evenkeel.auth.domain;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fields of an idTag that somebody outside can set, as the API and the import file name them.
 */
public enum Column {
  ID_TAG("idTag"),
  STATUS("status"),
  EXPIRY_DATE("expiryDate"),
  PARENT_ID_TAG("parentIdTag"),
  MAX_CONCURRENT_TRANSACTIONS("maxConcurrentTransactions"),
  NOTE("note");

  private final String field;

  Column(String field) {
    this.field = field;
  }

  /** The name outside. */
  public String field() {
    return field;
  }

  /** Without regard to case, as people write file headers. */
  public static Optional<Column> named(String text) {
    return Stream.of(values()).filter(column -> column.field.equalsIgnoreCase(text)).findFirst();
  }
}
