package io.evenkeel.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What time it is, to the microsecond that the database keeps. */
@ApplicationScoped
public class TransactionClock {

  private final Clock clock = Clock.systemUTC();

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
