package io.evenkeel.gateway.domain.connection;

import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.security.ExtendedTriggerMessage;
import io.evenkeel.ocpp.trigger.TriggerMessage;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a charge point stands with us on this socket (OCPP 1.6 section 4.2). It decides which calls
 * of the charge point are handled and which calls of ours may be sent.
 *
 * <pre>
 *                      Boot: Pending              Boot: Accepted
 *   Unaccepted ───────────────────────▶ Pending ─────────────────▶ Accepted
 *       │  └────────────────────────────────────────────────────────▲ │ ▲
 *       │            Boot: Rejected        │                          │ │ Boot: Accepted
 *       └──────────────────────────────────┴──────▶ Rejected ◀────────┘ │
 *                                                     └─────────────────┘
 *   any ──▶ Closing
 * </pre>
 */
public sealed interface Standing {

  /** What to do with a call of the charge point. */
  enum Verdict {
    HANDLE,
    /** CALLERROR SecurityError. */
    REFUSE,
    /** Not a word. */
    IGNORE
  }

  /** It has not been accepted ever, and has not booted on this socket. */
  record Unaccepted() implements Standing {}

  /**
   * Its BootNotification was answered Pending.
   *
   * @param triggered what we asked it to send; these calls pass
   */
  record Pending(Set<Action> triggered) implements Standing {
    public Pending {
      triggered = Set.copyOf(triggered);
    }
  }

  /** At work. */
  record Accepted() implements Standing {}

  /** Its BootNotification was answered Rejected: nothing is sent to it until its next one. */
  record Rejected() implements Standing {}

  /** Over, for this cause. */
  record Closing(DisconnectCause cause) implements Standing {}

  Standing UNACCEPTED = new Unaccepted();
  Standing PENDING = new Pending(Set.of());
  Standing ACCEPTED = new Accepted();
  Standing REJECTED = new Rejected();

  /**
   * A new socket. A charge point that was accepted once goes on working without a new
   * BootNotification.
   *
   * @param bootedBefore it has ever sent a BootNotification
   * @param acceptedBefore one of these was answered Accepted
   */
  static Standing onConnect(
      Registration registration, boolean bootedBefore, boolean acceptedBefore) {
    return switch (registration) {
      case Rejected -> REJECTED;
      case Pending -> bootedBefore ? PENDING : UNACCEPTED;
      case Accepted -> acceptedBefore ? ACCEPTED : UNACCEPTED;
    };
  }

  /** Is it over? */
  default boolean closing() {
    return this instanceof Closing;
  }

  /** What to do with a call of that action. */
  default Verdict verdictOn(Action action) {
    if (action == Action.BootNotification) {
      return closing() ? Verdict.IGNORE : Verdict.HANDLE;
    }
    return switch (this) {
      case Accepted _ -> Verdict.HANDLE;
      case Pending pending when pending.triggered.contains(action) -> Verdict.HANDLE;
      case Pending _, Unaccepted _ -> Verdict.REFUSE;
      case Rejected _, Closing _ -> Verdict.IGNORE;
    };
  }

  /** May we send this now? */
  default boolean permits(Request order) {
    return switch (this) {
      case Accepted _ -> true;
      case Pending _ -> !startsOrStops(order);
      case Unaccepted _ -> triggeredBy(order) == Action.BootNotification;
      case Rejected _, Closing _ -> false;
    };
  }

  /** After a BootNotification was answered so. */
  default Standing afterBoot(BootNotification.Status answer) {
    if (closing()) {
      return this;
    }
    return switch (answer) {
      case Accepted -> ACCEPTED;
      case Pending -> PENDING;
      case Rejected -> REJECTED;
    };
  }

  /**
   * After the operator changed the registration. To become Accepted (or to leave Rejected) takes a
   * BootNotification; everything else takes effect at once.
   */
  default Standing afterRegistration(Registration registration) {
    return switch (registration) {
      case Accepted -> this;
      case Pending -> this instanceof Accepted ? PENDING : this;
      case Rejected -> closing() ? this : REJECTED;
    };
  }

  /** After this order of ours was sent: what it triggers may pass. */
  default Standing afterSending(Request order) {
    var triggered = triggeredBy(order);
    if (triggered == null || !(this instanceof Pending(var before)) || before.contains(triggered)) {
      return this;
    }
    var both = EnumSet.of(triggered);
    both.addAll(before);
    return new Pending(both);
  }

  private static boolean startsOrStops(Request order) {
    return switch (Action.of(order)) {
      case RemoteStartTransaction, RemoteStopTransaction -> true;
      default -> false;
    };
  }

  private static @Nullable Action triggeredBy(Request order) {
    return switch (order) {
      case TriggerMessage.Request trigger ->
          switch (trigger.requestedMessage()) {
            case BootNotification -> Action.BootNotification;
            case DiagnosticsStatusNotification -> Action.DiagnosticsStatusNotification;
            case FirmwareStatusNotification -> Action.FirmwareStatusNotification;
            case Heartbeat -> Action.Heartbeat;
            case MeterValues -> Action.MeterValues;
            case StatusNotification -> Action.StatusNotification;
          };
      case ExtendedTriggerMessage.Request trigger ->
          switch (trigger.requestedMessage()) {
            case BootNotification -> Action.BootNotification;
            case LogStatusNotification -> Action.LogStatusNotification;
            case FirmwareStatusNotification -> Action.FirmwareStatusNotification;
            case Heartbeat -> Action.Heartbeat;
            case MeterValues -> Action.MeterValues;
            case SignChargePointCertificate -> Action.SignCertificate;
            case StatusNotification -> Action.StatusNotification;
          };
      default -> null;
    };
  }
}
