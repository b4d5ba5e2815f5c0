package io.evenkeel.simulator;

import io.evenkeel.ocpp.core.Authorize;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.IdTagInfo;
import io.evenkeel.simulator.wire.CallOutcome;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who may charge (OCPP 1.6 sections 3.5 and 4.1). */
final class Authorizing {
  private final Station station;

  Authorizing(Station station) {
    this.station = station;
  }

  /** Asks the central system, or the local list where the configuration says so. */
  void ask(String idTag, Consumer<IdTagInfo> verdict) {
    var local =
        station.configuration.yes("LocalAuthListEnabled") ? station.localList.find(idTag) : null;
    if (local != null
        && local.status() == AuthorizationStatus.Accepted
        && station.configuration.yes("LocalPreAuthorize")) {
      verdict.accept(local);
      return;
    }
    station.calls.call(
        new Authorize.Request(idTag),
        outcome -> {
          if (outcome instanceof CallOutcome.Answered(Authorize.Response response)) {
            verdict.accept(response.idTagInfo());
          } else {
            verdict.accept(offline(local));
          }
        });
  }

  private IdTagInfo offline(@Nullable IdTagInfo local) {
    if (station.configuration.yes("LocalAuthorizeOffline") && local != null) {
      return local;
    }
    boolean anybody = station.configuration.yes("AllowOfflineTxForUnknownId");
    return new IdTagInfo(
        null, null, anybody ? AuthorizationStatus.Accepted : AuthorizationStatus.Invalid);
  }
}
