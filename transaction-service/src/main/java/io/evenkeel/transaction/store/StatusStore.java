package io.evenkeel.transaction.store;

import io.evenkeel.messaging.TransactionEvent.ConnectorStatusChanged;
import io.evenkeel.messaging.flow.GroupCommit;
import io.evenkeel.transaction.TransactionConfig;
import io.evenkeel.transaction.TransactionConfig.Writing;
import io.evenkeel.transaction.domain.Connector;
import io.evenkeel.transaction.domain.StatusReport;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Connectors and the history of their states, written in company. */
@ApplicationScoped
public class StatusStore {

  private final GroupCommit<StatusReport, Optional<ConnectorStatusChanged>> writes;
  private final Pool pool;

  StatusStore(@ReactiveDataSource("charging") Pool pool, TransactionConfig config) {
    this.pool = pool;
    this.writes =
        new GroupCommit<>(
            "transaction.statuses", Writing.limits(config.statuses()), this::keepAll);
  }

  /**
   * Completes when the report is durable: with the change when it is the report that made the
   * connector's state what it is now, empty when it came too late for that or changed nothing. Harmless
   * to repeat.
   */
  public Uni<Optional<ConnectorStatusChanged>> keep(StatusReport report) {
    return writes.submit(report);
  }

  Uni<List<Optional<ConnectorStatusChanged>>> keepAll(List<StatusReport> batch) {
    Set<Integer> changed = new HashSet<>();
    return UniHelper.toUni(
        rounds(batch, 0, changed)
            .map(
                _ -> {
                  List<Optional<ConnectorStatusChanged>> told = new ArrayList<>(batch.size());
                  for (int i = 0; i < batch.size(); i++) {
                    told.add(changed.contains(i) ? Optional.of(told(batch.get(i))) : Optional.empty());
                  }
                  return told;
                }));
  }

  /** One statement for the first report of each connector, then one for the second of each, … */
  private Future<?> rounds(List<StatusReport> batch, int from, Set<Integer> changed) {
    List<Integer> round = new ArrayList<>();
    Set<Connector> seen = new HashSet<>();
    int next = from;
    while (next < batch.size() && seen.add(batch.get(next).connector())) {
      round.add(next++);
    }
    int rest = next;
    return round.isEmpty()
        ? Future.succeededFuture()
        : StatusSql.keep(pool, batch, round)
            .compose(
                introduced -> {
                  changed.addAll(introduced);
                  return rounds(batch, rest, changed);
                });
  }

  private static ConnectorStatusChanged told(StatusReport report) {
    return new ConnectorStatusChanged(
        report.connector().chargePoint(),
        report.connector().connectorId(),
        report.status(),
        report.errorCode(),
        report.effectiveAt());
  }
}
