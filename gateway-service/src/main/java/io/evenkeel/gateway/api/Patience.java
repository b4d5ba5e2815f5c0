package io.evenkeel.gateway.api;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.domain.check.InvalidField;
import io.evenkeel.gateway.domain.command.CommandRules;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code ?wait=true&timeout=30}: whether, and how many seconds, the charge point is waited for. */
public class Patience {

  @QueryParam("wait")
  @DefaultValue("true")
  String wait = "true";

  @QueryParam("timeout")
  @Nullable String timeout;

  boolean waits() {
    return switch (wait) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Problems.invalid("query", "wait", "must be true or false");
    };
  }

  Duration time(GatewayConfig config) {
    try {
      var seconds = timeout == null ? null : Integer.valueOf(timeout);
      return CommandRules.timeout(seconds, config.commandTimeout(), config.commandTimeoutMax());
    } catch (NumberFormatException notANumber) {
      throw Problems.invalid("query", "timeout", "must be a whole number of seconds");
    } catch (InvalidField wrong) {
      throw Problems.invalid("query", wrong);
    }
  }
}
