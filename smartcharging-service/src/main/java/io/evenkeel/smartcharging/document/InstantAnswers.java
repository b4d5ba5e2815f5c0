package io.evenkeel.smartcharging.document;

import io.evenkeel.smartcharging.document.SolutionDocument.FiguresDocument;
import io.evenkeel.smartcharging.document.SolutionDocument.SessionDocument;
import io.evenkeel.smartcharging.domain.allocation.InstantAllocation;
import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.site.Amperes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One slot's allocation as parts of a document. Only sessions that are there then are spoken of.
 */
final class InstantAnswers {

  private InstantAnswers() {}

  static Map<String, BigDecimal> amperes(InstantAllocation allocation) {
    Map<String, BigDecimal> amperes = new TreeMap<>();
    allocation
        .limits()
        .forEach(
            (session, limit) -> {
              if (limit > 0) {
                amperes.put(session, Amperes.of(limit));
              }
            });
    return amperes;
  }

  static FiguresDocument figures(Instance instance, InstantAllocation allocation) {
    int served = 0;
    double priority = 0;
    for (LoadSession session : instance.sessions()) {
      if (allocation.limits().getOrDefault(session.id(), 0) > 0) {
        served++;
        priority += session.servePriority();
      }
    }
    return new FiguresDocument(
        null, null, null, null, null, null, null, null, null, null, served, priority);
  }

  static List<SessionDocument> sessions(Instance instance, InstantAllocation allocation) {
    Map<String, LoadConnector> connectors = new HashMap<>();
    instance.connectors().forEach(each -> connectors.put(each.id(), each));
    Map<String, LoadSession> asked = new HashMap<>();
    instance.sessions().forEach(each -> asked.put(each.id(), each));
    List<SessionDocument> sessions = new ArrayList<>();
    allocation
        .reasons()
        .forEach(
            (session, reason) -> {
              LoadSession one = Objects.requireNonNull(asked.get(session));
              LoadConnector connector = Objects.requireNonNull(connectors.get(one.connector()));
              Why why = Why.of(reason, one, connector);
              sessions.add(
                  new SessionDocument(
                      session,
                      null,
                      null,
                      null,
                      why.reason(),
                      why.node(),
                      why.phase(),
                      why.text()));
            });
    return sessions;
  }
}
