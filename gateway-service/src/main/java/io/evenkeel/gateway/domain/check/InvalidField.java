package io.evenkeel.gateway.domain.check;

/** A value somebody gave is out of its bounds. */
public final class InvalidField extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String field;

  public InvalidField(String field, String message) {
    super(message);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
