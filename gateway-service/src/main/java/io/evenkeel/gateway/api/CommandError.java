package io.evenkeel.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Why a command was not answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommandError(@Nullable String code, @Nullable String description) {

  static @Nullable CommandError of(@Nullable String code, @Nullable String description) {
    return code == null && description == null ? null : new CommandError(code, description);
  }
}
