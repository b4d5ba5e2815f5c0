package io.evenkeel.gateway.handler;

import io.evenkeel.messaging.Authorization;

/** What is known about an idTag when it is needed. */
public sealed interface Decision {

  /** auth-service decided so, now or a while ago. */
  record Known(Authorization authorization) implements Decision {}

  /** It could not be asked, and has not been before. */
  record Unavailable(Throwable cause) implements Decision {}
}
