package io.evenkeel.smartcharging.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Reads a session of a problem. */
final class SessionReading {

  private static final int LONGEST_ID = 255;
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "connector",
          "evPhases",
          "minA",
          "maxA",
          "arrival",
          "departure",
          "energyWh",
          "weight",
          "servePriority",
          "group",
          "guaranteedWh",
          "maxPeriods");

  private SessionReading() {}

  static LoadSession read(String path, JsonNode described, List<Violation> violations) {
    int before = violations.size();
    JsonObject session = JsonObject.of(path, described, FIELDS, violations);
    BigDecimal least = session.amperes("minA", Amperes.of(Amperes.LEAST));
    BigDecimal most = session.amperes("maxA", Amperes.of(Amperes.MOST));
    if (violations.size() == before && most.compareTo(least) < 0) {
      contradiction(session, least, most);
    }
    return new LoadSession(
        session.requiredText("id", LONGEST_ID),
        session.requiredText("connector", LONGEST_ID),
        session.whole("evPhases", 3),
        // from 0 on is the same as from one tenth on: a current of 0 is always possible
        Math.max(1, Amperes.ceiling(least)),
        Amperes.floor(most),
        session.whole("arrival", 0),
        session.requiredWhole("departure"),
        session.requiredNumber("energyWh").doubleValue(),
        session.number("weight", BigDecimal.ONE).doubleValue(),
        session.number("servePriority", BigDecimal.ONE).doubleValue(),
        session.whole("group", 0),
        session.number("guaranteedWh", BigDecimal.ZERO).doubleValue(),
        session.has("maxPeriods") ? session.whole("maxPeriods", 1) : null);
  }

  /** Names the field that was given. */
  private static void contradiction(JsonObject session, BigDecimal least, BigDecimal most) {
    if (session.has("maxA")) {
      session.note("maxA", "must not be below minA, %s A: it is %s A".formatted(least, most));
    } else {
      session.note("minA", "must not be above maxA, %s A: it is %s A".formatted(most, least));
    }
  }
}
