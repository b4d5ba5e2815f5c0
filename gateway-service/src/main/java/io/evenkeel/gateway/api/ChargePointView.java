package io.evenkeel.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenkeel.gateway.domain.device.BootFacts;
import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.gateway.domain.device.RegistryEntry;
import io.evenkeel.messaging.Capabilities;
import io.evenkeel.messaging.SessionRef;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A charge point as the API shows it.
 *
 * @param passwordSet whether it needs a password to connect
 * @param connectors how many, null when not known
 * @param node the gateway node that holds its socket, null when it is not connected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChargePointView(
    String id,
    Registration registration,
    boolean passwordSet,
    @Nullable String note,
    boolean connected,
    @Nullable Integer node,
    @Nullable Instant lastSeen,
    @Nullable String vendor,
    @Nullable String model,
    @Nullable String chargePointSerialNumber,
    @Nullable String chargeBoxSerialNumber,
    @Nullable String firmwareVersion,
    @Nullable String iccid,
    @Nullable String imsi,
    @Nullable String meterType,
    @Nullable String meterSerialNumber,
    @Nullable Integer connectors,
    @Nullable Instant bootedAt,
    @Nullable Instant acceptedAt,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * @param heardAt by this node, null when it does not hold the socket
   */
  static ChargePointView of(
      RegistryEntry entry,
      Capabilities capabilities,
      Optional<SessionRef> session,
      @Nullable Instant heardAt) {
    var device = entry.device();
    var boot = Optional.ofNullable(device.boot());
    Function<Function<BootFacts, @Nullable String>, @Nullable String> fact =
        of -> boot.map(of).orElse(null);
    return new ChargePointView(
        device.id(),
        device.registration(),
        device.passwordHash() != null,
        entry.note(),
        session.isPresent(),
        session.map(SessionRef::node).orElse(null),
        heardAt != null ? heardAt : entry.lastSeen(),
        fact.apply(BootFacts::vendor),
        fact.apply(BootFacts::model),
        fact.apply(BootFacts::chargePointSerialNumber),
        fact.apply(BootFacts::chargeBoxSerialNumber),
        fact.apply(BootFacts::firmwareVersion),
        fact.apply(BootFacts::iccid),
        fact.apply(BootFacts::imsi),
        fact.apply(BootFacts::meterType),
        fact.apply(BootFacts::meterSerialNumber),
        capabilities.connectors() == 0 ? null : capabilities.connectors(),
        entry.bootedAt(),
        device.acceptedAt(),
        entry.createdAt(),
        entry.updatedAt());
  }
}
