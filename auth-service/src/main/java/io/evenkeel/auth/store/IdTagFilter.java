package io.evenkeel.auth.store;

import io.evenkeel.auth.domain.TagName;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which idTags; null = whichever.
 *
 * @param status as the operator set it
 * @param parentIdTag the group
 * @param text part of the idTag or of its note, without regard to case
 */
public record IdTagFilter(
    @Nullable AuthorizationStatus status, @Nullable TagName parentIdTag, @Nullable String text) {

  /** Conditions on the alias {@code t}. */
  String where() {
    List<String> conditions = new ArrayList<>();
    if (status != null) {
      conditions.add("t.status = :status");
    }
    if (parentIdTag != null) {
      conditions.add("t.parent.key = :parent");
    }
    if (text != null) {
      conditions.add("(t.key like :text escape '!' or lower(t.note) like :text escape '!')");
    }
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new HashMap<>();
    if (status != null) {
      parameters.put("status", status);
    }
    if (parentIdTag != null) {
      parameters.put("parent", parentIdTag.key());
    }
    if (text != null) {
      String literal =
          text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
      parameters.put("text", "%" + literal + "%");
    }
    return parameters;
  }
}
