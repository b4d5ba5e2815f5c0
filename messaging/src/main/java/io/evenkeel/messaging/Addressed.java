package io.evenkeel.messaging;

/** A message for one gateway node: the one that holds {@link #to()}. */
public sealed interface Addressed permits Command, Reply {

  SessionRef to();
}
