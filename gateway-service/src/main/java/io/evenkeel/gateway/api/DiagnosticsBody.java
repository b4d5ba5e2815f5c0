package io.evenkeel.gateway.api;

import io.evenkeel.gateway.diagnostics.DiagnosticsDesk.Wanted;
import io.evenkeel.gateway.domain.check.InvalidField;
import io.evenkeel.ocpp.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Which diagnostics are wanted; all optional, with the meaning of GetDiagnostics (OCPP 1.6 section
 * 6.25).
 *
 * @param startTime of the oldest entry
 * @param stopTime of the newest entry
 * @param retryInterval seconds
 */
public record DiagnosticsBody(
    @Nullable String startTime,
    @Nullable String stopTime,
    @Nullable Integer retries,
    @Nullable Integer retryInterval) {

  Wanted wanted() {
    try {
      return new Wanted(
          time("startTime", startTime), time("stopTime", stopTime), retries, retryInterval);
    } catch (InvalidField wrong) {
      throw Problems.invalid("body", wrong);
    }
  }

  private static @Nullable Timestamp time(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    var time = Timestamp.parseOrNull(text);
    if (time == null) {
      throw new InvalidField(field, "must be a date-time such as 2026-01-31T12:00:00Z");
    }
    return time;
  }
}
