package io.evenkeel.auth.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.auth.domain.Column;
import io.evenkeel.auth.domain.IdTagChange;
import io.evenkeel.auth.domain.IdTagFields;
import io.evenkeel.auth.domain.TagName;
import io.evenkeel.auth.domain.Violations;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /api/id-tags/{idTag}}; as a record it is what the API's description shows.
 */
record IdTagBody(
    AuthorizationStatus status,
    @Nullable Instant expiryDate,
    @Nullable String parentIdTag,
    @Nullable Integer maxConcurrentTransactions,
    @Nullable String note) {

  private static final Set<String> FIELDS =
      EnumSet.complementOf(EnumSet.of(Column.ID_TAG)).stream()
          .map(Column::field)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names every field that is wrong
   */
  static IdTagChange read(ObjectMapper json, TagName idTag, @Nullable String text) {
    Violations violations = new Violations();
    JsonBody body = JsonBody.read(json, text, FIELDS, violations);
    IdTagFields fields = new IdTagFields(violations);
    if (!body.has(Column.STATUS.field())) {
      violations.add(Column.STATUS.field(), "is required");
    }
    AuthorizationStatus status = optional(Column.STATUS, body::text, fields::status);
    Instant expiryDate = optional(Column.EXPIRY_DATE, body::text, fields::instant);
    TagName parentIdTag = optional(Column.PARENT_ID_TAG, body::text, fields::tagName);
    Integer maxConcurrent =
        optional(Column.MAX_CONCURRENT_TRANSACTIONS, body::number, fields::positive);
    String note = optional(Column.NOTE, body::text, fields::note);
    if (status == null || !violations.isEmpty()) {
      throw Problems.badRequest("body", violations.list());
    }
    return new IdTagChange(idTag, status, expiryDate, parentIdTag, maxConcurrent, note);
  }

  private interface Source {
    @Nullable String text(String field);
  }

  private static <T> @Nullable T optional(
      Column column, Source source, BiFunction<String, String, @Nullable T> reader) {
    String text = source.text(column.field());
    return text == null ? null : reader.apply(column.field(), text);
  }
}
