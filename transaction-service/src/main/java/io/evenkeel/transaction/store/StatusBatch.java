package io.evenkeel.transaction.store;

import io.evenkeel.messaging.TransactionEvent.ConnectorStatusChanged;
import io.evenkeel.transaction.domain.Connector;
import io.evenkeel.transaction.domain.StatusReport;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reports of status: one statement for the first of each connector, one for the second, … */
final class StatusBatch {
  private StatusBatch() {}

  /** For each report the change when it brought the present state about. */
  static Future<List<Optional<ConnectorStatusChanged>>> keep(
      SqlClient client, List<StatusReport> reports) {
    List<Optional<ConnectorStatusChanged>> told = new ArrayList<>(reports.size());
    return round(client, reports, told).map(told);
  }

  private static Future<?> round(
      SqlClient client, List<StatusReport> all, List<Optional<ConnectorStatusChanged>> told) {
    SortedMap<Connector, StatusReport> round = new TreeMap<>();
    int from = told.size();
    int end = from;
    while (end < all.size() && round.putIfAbsent(all.get(end).connector(), all.get(end)) == null) {
      end++;
    }
    if (round.isEmpty()) {
      return Future.succeededFuture();
    }
    List<StatusReport> kept = all.subList(from, end);
    return StatusSql.keep(client, round)
        .compose(
            introduced -> {
              for (StatusReport report : kept) {
                told.add(
                    introduced.contains(report) ? Optional.of(told(report)) : Optional.empty());
              }
              return round(client, all, told);
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
