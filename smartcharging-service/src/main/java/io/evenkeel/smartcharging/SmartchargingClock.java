package io.evenkeel.smartcharging;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

/** The time, for this service alone: others bring their own clock into the same process. */
@Singleton
public final class SmartchargingClock implements InstantSource {

  private final InstantSource source = Clock.systemUTC();

  @Override
  public Instant instant() {
    return source.instant();
  }
}
