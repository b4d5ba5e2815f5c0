package io.evenkeel.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set about this service; the README's table says what happens if it is wrong. */
@ConfigMapping(prefix = "evenkeel.auth")
public interface AuthConfig {

  /** False when another identity provider (Keycloak) keeps the accounts. */
  @WithDefault("true")
  boolean localIdentity();

  /** How long a token from {@code /api/login} opens doors. */
  @WithDefault("PT8H")
  Duration tokenLifetime();

  /** Rounds of PBKDF2-HMAC-SHA256 that a password costs, ours and an attacker's. */
  @WithDefault("600000")
  int passwordIterations();

  Login login();

  Lookup lookup();

  /** Import lines that are written in one transaction. */
  @WithDefault("1000")
  int importChunk();

  /** How often changes that could not be told to the gateways are told again. */
  @WithDefault("PT5S")
  Duration retellEvery();

  /** Dead letters that are kept; the oldest go first. */
  @WithDefault("10000")
  int deadLettersKept();

  /** How wrong passwords are slowed down. */
  interface Login {

    /** Wrong passwords in a row for one user that cost no wait. */
    @WithDefault("5")
    int freeAttemptsPerUser();

    /** Wrong passwords in a row from one address that cost no wait. */
    @WithDefault("20")
    int freeAttemptsPerAddress();

    /** The first wait; each further wrong password doubles it. */
    @WithDefault("PT1S")
    Duration firstWait();

    /** No wait is longer. */
    @WithDefault("PT1M")
    Duration longestWait();

    /** After that long without a wrong password all is forgotten. */
    @WithDefault("PT15M")
    Duration memory();

    /** Users and addresses that are remembered, each; the longest unseen are forgotten first. */
    @WithDefault("10000")
    int remembered();

    /** Passwords that wait to be checked; beyond that a caller is told to come back. */
    @WithDefault("64")
    int queue();
  }

  /** How idTags are looked up for charge points. */
  interface Lookup {

    /** Questions answered by one query. */
    @WithDefault("256")
    int batch();

    /** Questions that wait for their query; beyond that they are refused. */
    @WithDefault("20000")
    int queue();

    /** A question is given up after this, or at its own deadline when that is sooner. */
    @WithDefault("PT10S")
    Duration patience();
  }
}
