package io.evenkeel.embedded;

import org.jspecify.annotations.Nullable;

/**
 * An embedded server could not be started; the message says why and what to do, fit for a terminal.
 */
public final class StartFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartFailure(String message) {
    this(message, null);
  }

  public StartFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
