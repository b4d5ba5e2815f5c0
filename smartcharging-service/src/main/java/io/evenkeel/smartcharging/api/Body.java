package io.evenkeel.smartcharging.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.smartcharging.document.JsonText;
import org.jspecify.annotations.Nullable;

/** What a caller sent, as JSON. */
final class Body {
  private Body() {}

  /**
   * Missing when there is none.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is no JSON
   */
  static JsonNode json(@Nullable String body) {
    try {
      return JsonText.parse(body == null ? "" : body);
    } catch (JsonProcessingException unreadable) {
      throw Problems.badRequest("body", "body", "is no JSON: " + JsonText.complaint(unreadable));
    }
  }
}
