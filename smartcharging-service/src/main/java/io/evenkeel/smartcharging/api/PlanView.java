package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.api.PlanDocument.Present;
import io.evenkeel.smartcharging.api.PlanDocument.StateDocument;
import io.evenkeel.smartcharging.domain.control.SiteStatus;
import io.evenkeel.smartcharging.domain.control.SiteStatus.ConnectorStatus;
import io.evenkeel.smartcharging.domain.control.SiteStatus.NodeStatus;
import io.evenkeel.smartcharging.domain.live.Promise;
import io.evenkeel.smartcharging.domain.live.SitePlan;
import io.evenkeel.smartcharging.domain.live.Strategy;
import io.evenkeel.smartcharging.steering.PlanOffice;
import io.evenkeel.smartcharging.steering.PlanState;
import io.evenkeel.smartcharging.steering.PlanState.Health;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A site's plan beside what is known of the site now. */
final class PlanView {
  private PlanView() {}

  static PlanDocument of(String id, PlanOffice.View view) {
    SitePlan plan = view.state().plan();
    StateDocument state = state(view.state(), view.status());
    return plan == null || plan.site().tree().cells() != view.status().nodes().size() * 3
        ? PlanDocument.none(id, state)
        : PlanDocument.of(state, plan, view.currency(), present(plan, view));
  }

  static StateDocument state(PlanState state, SiteStatus status) {
    String refused = status.planRefused();
    Strategy strategy = state.strategy();
    SitePlan plan = state.plan();
    return new StateDocument(
        strategy == null ? null : strategy.kind().name(),
        strategy == null ? null : strategy.because(),
        refused == null ? state.health().name() : Health.NOT_FOLLOWED.name(),
        refused == null
            ? state.message()
            : "The plan is not followed: together with what chargers may still do it might exceed "
                + refused,
        plan == null ? null : Duration.between(plan.madeAt(), status.at()).toSeconds(),
        plan == null ? null : state.took().toMillis());
  }

  /** Of the running transactions, while the plan is in force. */
  static Map<Integer, PlanWhy> reasons(PlanOffice.View view) {
    SitePlan plan = view.state().plan();
    if (plan == null
        || view.state().health() != Health.IN_FORCE
        || view.status().planRefused() != null) {
      return Map.of();
    }
    return plan.promises().stream()
        .collect(
            Collectors.toMap(
                Promise::transactionId,
                promise -> PlanWhy.of(promise, plan, view.status().wall()),
                (one, _) -> one));
  }

  /** Of the running transactions. */
  private static Map<Integer, LagDocument> lags(SiteStatus status) {
    Map<Integer, LagDocument> lags = new HashMap<>();
    for (ConnectorStatus one : status.connectors()) {
      LagDocument lag = LagDocument.of(one.lag(), status.wall(), status.at());
      if (lag != null && one.session() != null) {
        lags.put(one.session().transactionId(), lag);
      }
    }
    return lags;
  }

  private static Present present(SitePlan plan, PlanOffice.View view) {
    List<BigDecimal> measured = new ArrayList<>();
    for (NodeStatus node : view.status().nodes()) {
      measured.addAll(node.measured());
    }
    // the plan may be a slot older than what is known now
    int shift = plan.site().outlook().slotAt(view.start());
    int[][] known = view.mayBeDrawn();
    int[][] mayBeDrawn = new int[known.length][plan.site().outlook().slots()];
    for (int cell = 0; cell < known.length; cell++) {
      for (int slot = 0; slot < mayBeDrawn[cell].length; slot++) {
        mayBeDrawn[cell][slot] = known[cell][Math.clamp(slot - shift, 0, known[cell].length - 1)];
      }
    }
    return new Present(mayBeDrawn, measured, lags(view.status()));
  }
}
