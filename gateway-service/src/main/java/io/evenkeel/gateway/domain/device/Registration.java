package io.evenkeel.gateway.domain.device;

import io.evenkeel.ocpp.core.BootNotification;

/** The operator's word about a charge point; decides how its BootNotification is answered. */
public enum Registration {
  Accepted,
  Pending,
  Rejected;

  public BootNotification.Status bootStatus() {
    return switch (this) {
      case Accepted -> BootNotification.Status.Accepted;
      case Pending -> BootNotification.Status.Pending;
      case Rejected -> BootNotification.Status.Rejected;
    };
  }
}
