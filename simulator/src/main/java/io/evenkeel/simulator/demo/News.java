package io.evenkeel.simulator.demo;

import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.simulator.Happening;
import java.util.Locale;
import java.util.Optional;

/** Tells in words what happens at a charge point. Pure. */
final class News {
  private static final double WORTH_TELLING_A = 0.5;

  private News() {}

  /** Empty when it is not worth a line. */
  static Optional<String> of(String chargePoint, Happening happening) {
    return words(happening).map(words -> chargePoint + ": " + words);
  }

  private static Optional<String> words(Happening happening) {
    return switch (happening) {
      case Happening.Booted(var status) when status == BootNotification.Status.Accepted ->
          Optional.of("is accepted");
      case Happening.Booted(var status) -> Optional.of("boot was answered " + status);
      case Happening.StatusChanged(var connector, var from, var to) -> change(from, to);
      case Happening.Started(var connector, var idTag, var id, var status)
          when status == AuthorizationStatus.Accepted ->
          Optional.of(DemoSite.person(idTag) + " starts to charge (transaction " + id + ")");
      case Happening.Started(var connector, var idTag, var id, var status) ->
          Optional.of(DemoSite.person(idTag) + " is not let in: " + status);
      case Happening.Stopped(var connector, var idTag, var id, var reason, var wh) ->
          Optional.of(
              String.format(
                  Locale.ROOT,
                  "%s ends with %.1f kWh (%s)",
                  DemoSite.person(idTag),
                  wh / 1000.0,
                  reason.wire()));
      case Happening.LimitChanged(var connector, var from, var to)
          when Math.abs(from - to) >= WORTH_TELLING_A ->
          Optional.of(String.format(Locale.ROOT, "may draw %.1f A (was %.1f A)", to, from));
      case Happening.LimitChanged ignored -> Optional.empty();
      case Happening.Disconnected(var code, var reason) ->
          Optional.of("lost its connection" + (code == null ? "" : " (" + code + ")"));
      case Happening.Discarded(var request) -> Optional.of("gave up a message: no answer");
      case Happening.Commanded(var request) when request instanceof SetChargingProfile.Request ->
          Optional.empty();
      case Happening.Commanded ignored -> Optional.empty();
      case Happening.Connected ignored -> Optional.empty();
      case Happening.NotConnected ignored -> Optional.empty();
    };
  }

  private static Optional<String> change(ChargePointStatus from, ChargePointStatus to) {
    return switch (to) {
      case Preparing -> Optional.of("a car plugs in");
      case SuspendedEVSE -> Optional.of("pauses: less than 6 A for it");
      case SuspendedEV -> Optional.of("the battery is full");
      case Available ->
          from == ChargePointStatus.Finishing
              ? Optional.of("the car drives away")
              : Optional.empty();
      case Charging ->
          from == ChargePointStatus.SuspendedEVSE ? Optional.of("goes on") : Optional.empty();
      case Finishing, Reserved, Unavailable, Faulted -> Optional.empty();
    };
  }
}
