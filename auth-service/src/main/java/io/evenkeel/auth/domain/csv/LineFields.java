package io.evenkeel.auth.domain.csv;

import io.evenkeel.auth.domain.Column;
import io.evenkeel.auth.domain.IdTagChange;
import io.evenkeel.auth.domain.IdTagFields;
import io.evenkeel.auth.domain.TagName;
import io.evenkeel.auth.domain.Violations;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The fields of one line under their columns. An empty field is as good as none. */
record LineFields(List<Column> columns, List<String> values) {

  String text(Column column) {
    int at = columns.indexOf(column);
    return at < 0 ? "" : values.get(at);
  }

  /** Null when there are objections. */
  @Nullable IdTagChange change(Violations violations) {
    IdTagFields fields = new IdTagFields(violations);
    TagName idTag = fields.tagName(Column.ID_TAG.field(), text(Column.ID_TAG));
    AuthorizationStatus status =
        columns.contains(Column.STATUS)
            ? fields.status(Column.STATUS.field(), text(Column.STATUS))
            : AuthorizationStatus.Accepted;
    var expiryDate = optional(Column.EXPIRY_DATE, fields::instant);
    var parentIdTag = optional(Column.PARENT_ID_TAG, fields::tagName);
    var maxConcurrent = optional(Column.MAX_CONCURRENT_TRANSACTIONS, fields::positive);
    var note = optional(Column.NOTE, fields::note);
    return idTag == null || status == null || !violations.isEmpty()
        ? null
        : new IdTagChange(idTag, status, expiryDate, parentIdTag, maxConcurrent, note);
  }

  private <T> @Nullable T optional(Column column, BiFunction<String, String, @Nullable T> reader) {
    String text = text(column);
    return text.isEmpty() ? null : reader.apply(column.field(), text);
  }
}
