package io.evenkeel.messaging;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What changed in auth-service; read by every gateway node. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AuthEvent.IdTagChanged.class, name = "IdTagChanged"),
  @JsonSubTypes.Type(value = AuthEvent.AllIdTagsChanged.class, name = "AllIdTagsChanged")
})
public sealed interface AuthEvent extends BusMessage {

  /** Decisions about this idTag made before are void. */
  record IdTagChanged(String idTag) implements AuthEvent {
    @Override
    public String key() {
      return idTag;
    }
  }

  /** Decisions made before are void, whatever the tag (bulk import). */
  record AllIdTagsChanged() implements AuthEvent {
    @Override
    public String key() {
      return "*";
    }
  }
}
