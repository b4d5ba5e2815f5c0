package io.evenkeel.auth;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

/** The time, for this service alone: others bring their own clock into the same process. */
@Singleton
public final class AuthClock implements InstantSource {

  private final InstantSource source;

  public AuthClock() {
    this(Clock.systemUTC());
  }

  private AuthClock(InstantSource source) {
    this.source = source;
  }

  /** A clock that tells what {@code source} tells. */
  public static AuthClock of(InstantSource source) {
    return new AuthClock(source);
  }

  @Override
  public Instant instant() {
    return source.instant();
  }
}
