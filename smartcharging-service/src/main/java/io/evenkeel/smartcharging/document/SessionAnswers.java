package io.evenkeel.smartcharging.document;

import io.evenkeel.smartcharging.document.SolutionDocument.SessionDocument;
import io.evenkeel.smartcharging.domain.planning.Planned;
import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each session of a plan gets, and why not more. */
final class SessionAnswers {

  private SessionAnswers() {}

  static List<SessionDocument> of(Instance instance, Planned planned) {
    PlanReasons reasons = new PlanReasons(instance, planned.plan());
    Map<String, LoadConnector> connectors = new HashMap<>();
    instance.connectors().forEach(connector -> connectors.put(connector.id(), connector));
    return instance.sessions().stream()
        .map(
            session -> {
              LoadConnector connector = connectors.get(session.connector());
              int wired = connector == null ? 0 : connector.phases();
              return of(
                  instance,
                  session,
                  Math.min(session.evPhases(), wired),
                  reasons,
                  planned.plan().schedules().getOrDefault(session.id(), List.of()));
            })
        .toList();
  }

  private static SessionDocument of(
      Instance instance,
      LoadSession session,
      int phases,
      PlanReasons reasons,
      List<Period> schedule) {
    double perTenth = phases * instance.voltage() * instance.slotHours() / 10;
    double delivered = 0;
    @Nullable Integer done = null;
    for (int i = 0; i < schedule.size(); i++) {
      int end = i + 1 < schedule.size() ? schedule.get(i + 1).start() : session.departure();
      int start = Math.max(session.arrival(), schedule.get(i).start());
      double each = schedule.get(i).limit() * perTenth;
      double missing = session.energyWh() - delivered;
      if (each > 0 && missing > 0) {
        int slots = Math.min(end - start, (int) Math.ceil(missing / each));
        delivered += Math.min(missing, slots * each);
        done = start + slots;
      }
    }
    double shortfall = session.energyWh() - delivered;
    Why why = reasons.of(session, shortfall);
    return new SessionDocument(
        session.id(),
        Answers.rounded(delivered, 1),
        Answers.rounded(shortfall, 1),
        done,
        why.reason(),
        why.node(),
        why.phase(),
        why.text());
  }
}
