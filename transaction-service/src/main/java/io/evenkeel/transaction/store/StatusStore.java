package io.evenkeel.transaction.store;

import io.evenkeel.messaging.TransactionEvent.ConnectorStatusChanged;
import io.evenkeel.messaging.flow.GroupCommit;
import io.evenkeel.transaction.TransactionConfig;
import io.evenkeel.transaction.TransactionConfig.Writing;
import io.evenkeel.transaction.domain.Connector;
import io.evenkeel.transaction.domain.StatusReport;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Connectors and the history of their states, written in company. */
@ApplicationScoped
public class StatusStore {

  private final GroupCommit<StatusReport, Optional<ConnectorStatusChanged>> writes;
  private final Pool pool;

  StatusStore(@ReactiveDataSource("charging") Pool pool, TransactionConfig config) {
    this.pool = pool;
    this.writes =
        new GroupCommit<>("transaction.statuses", Writing.limits(config.statuses()), this::keepAll);
  }

  /**
   * Completes when the report is durable: with the change when it is the report that made the
   * connector's state what it is now, empty when it came too late for that or changed nothing.
   * Harmless to repeat.
   */
  public Uni<Optional<ConnectorStatusChanged>> keep(StatusReport report) {
    return writes.submit(report);
  }

  Uni<List<Optional<ConnectorStatusChanged>>> keepAll(List<StatusReport> batch) {
    List<Optional<ConnectorStatusChanged>> told = new ArrayList<>(batch.size());
    return Flush.of(round(batch, told).map(told));
  }

  /** One statement for the first reports of all connectors, then one for what is left, … */
  private Future<?> round(List<StatusReport> batch, List<Optional<ConnectorStatusChanged>> told) {
    SortedMap<Connector, StatusReport> round = new TreeMap<>();
    int from = told.size();
    int end = from;
    while (end < batch.size()
        && round.putIfAbsent(batch.get(end).connector(), batch.get(end)) == null) {
      end++;
    }
    if (round.isEmpty()) {
      return Future.succeededFuture();
    }
    List<StatusReport> kept = batch.subList(from, end);
    return StatusSql.keep(pool, round)
        .compose(
            introduced -> {
              for (StatusReport report : kept) {
                told.add(
                    introduced.contains(report) ? Optional.of(told(report)) : Optional.empty());
              }
              return round(batch, told);
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
