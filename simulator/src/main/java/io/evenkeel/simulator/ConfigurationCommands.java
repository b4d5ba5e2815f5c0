package io.evenkeel.simulator;

import io.evenkeel.ocpp.core.ChangeAvailability;
import io.evenkeel.ocpp.core.ChangeConfiguration;
import io.evenkeel.ocpp.core.GetConfiguration;
import io.evenkeel.ocpp.core.Reset;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.locallist.SendLocalList;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Commands about the charge point itself. */
final class ConfigurationCommands {
  /** A soft reset waits no longer than this for its StopTransactions to be answered. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Station station;

  ConfigurationCommands(Station station) {
    this.station = station;
  }

  Answer show(GetConfiguration.Request request) {
    return Answer.give(station.configuration.show(request));
  }

  Answer change(ChangeConfiguration.Request request) {
    if ("AuthorizationKey".equalsIgnoreCase(request.key())) {
      return Answer.give(new ChangeConfiguration.Response(changePassword(request.value())));
    }
    var status = station.configuration.change(request.key(), request.value());
    if (status == ChangeConfiguration.Status.Accepted) {
      switch (request.key().toLowerCase(Locale.ROOT)) {
        case "heartbeatinterval" -> station.connectivity.booting().beat();
        case "metervaluesampleinterval" -> station.connectors.forEach(Connector::reconfigured);
        default -> {}
      }
    }
    return Answer.give(new ChangeConfiguration.Response(status));
  }

  /** A key of 16 to 20 bytes in hexadecimal digits, for the handshakes to come. */
  private ChangeConfiguration.Status changePassword(String hex) {
    if (!hex.matches("([0-9a-fA-F]{2}){16,20}")) {
      return ChangeConfiguration.Status.Rejected;
    }
    station.connectivity.password(HexFormat.of().parseHex(hex));
    return ChangeConfiguration.Status.Accepted;
  }

  Answer availability(ChangeAvailability.Request request) {
    var chosen = station.connector(request.connectorId());
    if (chosen == null && request.connectorId() != 0) {
      return Answer.give(new ChangeAvailability.Response(ChangeAvailability.Status.Rejected));
    }
    boolean operative = request.type() == ChangeAvailability.Type.Operative;
    var affected = chosen == null ? station.connectors : List.of(chosen);
    boolean scheduled = !operative && affected.stream().anyMatch(one -> one.transaction() != null);
    return Answer.give(
        new ChangeAvailability.Response(
            scheduled ? ChangeAvailability.Status.Scheduled : ChangeAvailability.Status.Accepted),
        () -> affected.forEach(one -> one.available(operative)));
  }

  Answer localList(SendLocalList.Request request) {
    if (!station.configuration.yes("LocalAuthListEnabled")) {
      return Answer.give(new SendLocalList.Response(SendLocalList.Status.NotSupported));
    }
    return Answer.give(
        new SendLocalList.Response(
            station.localList.take(
                request, station.configuration.whole("SendLocalListMaxLength"))));
  }

  Answer reset(Reset.Request request) {
    return Answer.give(
        new Reset.Response(Reset.Status.Accepted),
        () -> {
          switch (request.type()) {
            case Hard -> station.powerCycle(StopTransaction.Reason.HardReset);
            case Soft -> {
              for (var connector : station.connectors) {
                if (connector.transaction() != null) {
                  var _ = connector.stop(StopTransaction.Reason.SoftReset, null);
                }
              }
              restartWhenTold(System.nanoTime() + PATIENCE.toNanos());
            }
          }
        });
  }

  private void restartWhenTold(long deadline) {
    if (station.transactionMessages.size() == 0 || System.nanoTime() > deadline) {
      station.restart();
    } else {
      var _ = station.timers.after(Duration.ofMillis(10), () -> restartWhenTold(deadline));
    }
  }
}
