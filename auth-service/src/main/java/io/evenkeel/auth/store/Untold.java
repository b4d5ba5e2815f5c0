package io.evenkeel.auth.store;

import io.evenkeel.messaging.AuthEvent;
import org.jspecify.annotations.Nullable;

/**
 * A committed change of which the gateways have not heard yet.
 *
 * @param idTag null: whatever the tag
 */
public record Untold(long id, @Nullable String idTag) {

  public AuthEvent event() {
    return idTag == null ? new AuthEvent.AllIdTagsChanged() : new AuthEvent.IdTagChanged(idTag);
  }
}
