package io.evenkeel.messaging.flow;

/**
 * Something bounded is full; what was asked for was not begun. Try again later, or pass the refusal
 * on: waiting in yet another queue does not help.
 */
public final class Overloaded extends RuntimeException {

  public Overloaded(String what) {
    super(what, null, false, false);
  }
}
