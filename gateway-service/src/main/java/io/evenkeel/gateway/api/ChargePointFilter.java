package io.evenkeel.gateway.api;

import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.gateway.domain.device.RegistryFilter;
import io.evenkeel.messaging.Directory;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which charge points are listed. */
public class ChargePointFilter {

  @QueryParam("connected")
  @Nullable String connected;

  @QueryParam("registration")
  @Nullable String registration;

  @QueryParam("vendor")
  @Nullable String vendor;

  @QueryParam("model")
  @Nullable String model;

  @QueryParam("text")
  @Nullable String text;

  RegistryFilter filter(Directory directory) {
    boolean live = "true".equals(connected);
    if (connected != null && !live && !"false".equals(connected)) {
      throw Problems.invalid("query", "connected", "must be true or false");
    }
    var ids = connected == null ? null : directory.connected().keySet();
    return new RegistryFilter(
        live ? ids : null, live ? null : ids, registration(), vendor, model, text);
  }

  private @Nullable Registration registration() {
    if (registration == null) {
      return null;
    }
    return Arrays.stream(Registration.values())
        .filter(value -> value.name().equals(registration))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.invalid("query", "registration", "must be Accepted, Pending or Rejected"));
  }
}
