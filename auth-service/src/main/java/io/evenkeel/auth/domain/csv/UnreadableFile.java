package io.evenkeel.auth.domain.csv;

/** The file as a whole says nothing; none of its lines was looked at. */
public final class UnreadableFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;

  UnreadableFile(int line, String reason) {
    super(reason, null, false, false);
    this.line = line;
  }

  /** Counted from 1. */
  public int line() {
    return line;
  }
}
