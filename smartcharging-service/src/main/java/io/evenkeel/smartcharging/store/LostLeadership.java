package io.evenkeel.smartcharging.store;

/** Another process plans now: nothing was written. */
public final class LostLeadership extends RuntimeException {

  LostLeadership(long epoch) {
    super("Another process plans; this one's epoch was " + epoch, null, false, false);
  }
}
