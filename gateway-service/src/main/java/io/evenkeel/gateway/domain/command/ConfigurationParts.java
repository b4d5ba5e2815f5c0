package io.evenkeel.gateway.domain.command;

import io.evenkeel.ocpp.core.GetConfiguration;
import io.evenkeel.ocpp.core.GetConfiguration.KeyValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a GetConfiguration at the charge point's GetConfigurationMaxKeys (OCPP 1.6 section 9.1.7).
 */
public final class ConfigurationParts {

  private ConfigurationParts() {}

  /** One or more requests that together ask for the keys of {@code request}. */
  public static List<GetConfiguration.Request> of(
      GetConfiguration.Request request, @Nullable Integer maxKeys) {
    var keys = request.key();
    if (keys == null || maxKeys == null || keys.size() <= maxKeys) {
      return List.of(request);
    }
    var parts = new ArrayList<GetConfiguration.Request>();
    for (int from = 0; from < keys.size(); from += maxKeys) {
      parts.add(
          new GetConfiguration.Request(keys.subList(from, Math.min(keys.size(), from + maxKeys))));
    }
    return parts;
  }

  /** The answers to the parts as one. */
  public static GetConfiguration.Response joined(List<GetConfiguration.Response> answers) {
    var known = new ArrayList<KeyValue>();
    var unknown = new ArrayList<String>();
    for (var answer : answers) {
      if (answer.configurationKey() != null) {
        known.addAll(answer.configurationKey());
      }
      if (answer.unknownKey() != null) {
        unknown.addAll(answer.unknownKey());
      }
    }
    return new GetConfiguration.Response(known, unknown.isEmpty() ? null : unknown);
  }
}
