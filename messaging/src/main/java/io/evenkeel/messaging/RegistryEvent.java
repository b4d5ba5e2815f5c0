package io.evenkeel.messaging;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What changed in the device registry; read by every gateway node. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RegistryEvent.Changed.class, name = "Changed"),
  @JsonSubTypes.Type(value = RegistryEvent.Removed.class, name = "Removed")
})
public sealed interface RegistryEvent extends BusMessage {

  String chargePoint();

  @Override
  default String key() {
    return chargePoint();
  }

  /** Registration, password or capabilities changed: read them anew. */
  record Changed(String chargePoint) implements RegistryEvent {}

  /** No longer known: its socket is to be closed. */
  record Removed(String chargePoint) implements RegistryEvent {}
}
