package io.evenkeel.messaging;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.core.BootNotification;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about a charge point, told by the gateway node that holds its socket. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ChargePointEvent.Connected.class, name = "Connected"),
  @JsonSubTypes.Type(value = ChargePointEvent.Disconnected.class, name = "Disconnected"),
  @JsonSubTypes.Type(value = ChargePointEvent.Booted.class, name = "Booted"),
  @JsonSubTypes.Type(value = ChargePointEvent.CapabilitiesKnown.class, name = "CapabilitiesKnown"),
  @JsonSubTypes.Type(value = ChargePointEvent.Notified.class, name = "Notified"),
  @JsonSubTypes.Type(value = ChargePointEvent.ProfileChanged.class, name = "ProfileChanged")
})
public sealed interface ChargePointEvent extends BusMessage {

  String chargePoint();

  /** When the gateway learned it. */
  Instant receivedAt();

  @Override
  default String key() {
    return chargePoint();
  }

  /** A socket was authenticated and is now the charge point's own. */
  record Connected(
      String chargePoint, Instant receivedAt, SessionRef session, Capabilities capabilities)
      implements ChargePointEvent {}

  /** The charge point's current socket is gone. */
  record Disconnected(String chargePoint, Instant receivedAt, SessionRef session, String cause)
      implements ChargePointEvent {}

  /** A BootNotification was answered Accepted. Any TxProfile the charge point held may be gone. */
  record Booted(
      String chargePoint, Instant receivedAt, SessionRef session, BootNotification.Request boot)
      implements ChargePointEvent {}

  /** What the charge point stands became known or changed. */
  record CapabilitiesKnown(String chargePoint, Instant receivedAt, Capabilities capabilities)
      implements ChargePointEvent {}

  /**
   * A notification of the charge point: StatusNotification, MeterValues, FirmwareStatusNotification
   * and the like. (session, messageId) names the frame.
   */
  record Notified(
      String chargePoint,
      Instant receivedAt,
      SessionRef session,
      String messageId,
      Request request,
      List<String> remarks,
      @Nullable String raw)
      implements ChargePointEvent {

    public Notified {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * Somebody else than smart charging had a charge point's charging profiles changed, or may have:
   * told when it answered, and when a command may have reached it and its answer is not known. Told
   * again when it is not certain that it was told; {@code commandId} names the command.
   *
   * @param receivedAt when it answered, or nobody waited any longer
   * @param sentAt when it was written to the socket; null when that is not known
   * @param request SetChargingProfile, ClearChargingProfile, or a RemoteStartTransaction with a
   *     profile
   * @param response null: what it did is not known
   */
  record ProfileChanged(
      String chargePoint,
      Instant receivedAt,
      String commandId,
      @Nullable Instant sentAt,
      Request request,
      @Nullable Response response)
      implements ChargePointEvent {}
}
