package io.evenkeel.simulator;

/** The central system answered a CALL with a CALLERROR. */
public final class CallRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final String description;

  CallRefused(String code, String description) {
    super(code + ": " + description, null, false, false);
    this.code = code;
    this.description = description;
  }

  /** The error code as received, e.g. {@code SecurityError}. */
  public String code() {
    return code;
  }

  public String description() {
    return description;
  }
}
