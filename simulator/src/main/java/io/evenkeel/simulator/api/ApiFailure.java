package io.evenkeel.simulator.api;

import org.jspecify.annotations.Nullable;

/** The API did not do what it was asked; the message says what and why. */
public final class ApiFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  ApiFailure(String message, int status, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /** The HTTP status, or 0 when there was none. */
  public int status() {
    return status;
  }
}
