package io.evenkeel.auth.domain;

/** Whether a change of an idTag can be made. */
public sealed interface Verdict {

  /** The tag is new. */
  record Created() implements Verdict {}

  /** The tag was there before, perhaps with all the same. */
  record Updated() implements Verdict {}

  /** It does not fit what is there. */
  record Refused(Violation violation) implements Verdict {}
}
