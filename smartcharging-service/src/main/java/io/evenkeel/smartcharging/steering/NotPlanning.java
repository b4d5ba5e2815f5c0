package io.evenkeel.smartcharging.steering;

import java.util.concurrent.TimeoutException;

/** This process does not plan, or not any more. It passes: here, or in another process. */
public final class NotPlanning extends RuntimeException {

  NotPlanning() {
    // the cause makes it one that is tried again (see Transient)
    super("This process does not plan at the moment", new TimeoutException());
  }
}
