package io.evenkeel.smartcharging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** What can be set about this service; the README's table says what happens if it is wrong. */
@ConfigMapping(prefix = "evenkeel.smartcharging")
public interface SmartchargingConfig {

  /** How long a charge point may take to answer a profile. */
  @WithDefault("PT35S")
  Duration commandTimeout();

  /** Pause after a charge point did not take a profile; doubles with every failure. */
  @WithDefault("PT5S")
  Duration retryFirst();

  /** Where the doubling ends. */
  @WithDefault("PT5M")
  Duration retryLongest();

  /** An increase by less, in A, is not sent. */
  @WithDefault("0.5")
  BigDecimal smallestIncreaseA();

  /**
   * How long a car keeps charging when others wait, and how long they wait before they come first.
   */
  @WithDefault("PT15M")
  Duration turn();

  /**
   * A start that is older than this on receipt may be over: it gets no profile until it is seen.
   */
  @WithDefault("PT2M")
  Duration replayedAfter();

  /** Profiles of one site under way at once. */
  @WithDefault("64")
  int maxInFlightPerSite();

  /** Periods of a schedule at most, whatever a charger says it stands. */
  @WithDefault("10")
  int maxPeriods();

  /** Between two questions to one charge point what it makes of its profiles. */
  @WithDefault("PT10S")
  Duration readBackPause();

  /** How long a connector may be seen drawing more than it holds. */
  @WithDefault("PT60S")
  Duration grace();

  /** How far a charger's time may be off. */
  @WithDefault("PT30S")
  Duration guard();

  /**
   * How often is looked whether something is due: a retry, a turn, a socket that came unnoticed.
   */
  @WithDefault("PT0.5S")
  Duration tick();

  /** Threads that make plans; the rest of the service does not wait for them. */
  @WithDefault("1")
  int planThreads();

  /** A plan that takes longer is dropped, and the instant allocation is in charge. */
  @WithDefault("PT15S")
  Duration planLongest();

  /** Events of a site that a watcher who comes back can still get. */
  @WithDefault("1000")
  int eventsKept();

  /** Those who watch events at the same time, over all sites. */
  @WithDefault("200")
  int eventWatchers();

  /** How often a comment is sent to those who watch. */
  @WithDefault("PT15S")
  Duration eventHeartbeat();

  /** When a stream of events ends, for its watcher to come back. */
  @WithDefault("PT1H")
  Duration eventStreamLongest();

  /** How often is noted how a site is, for plots. */
  @WithDefault("PT1M")
  Duration historySample();

  /** How long that is kept. */
  @WithDefault("P30D")
  Duration historyKept();

  /** Dead letters that are kept; the oldest go first. */
  @WithDefault("10000")
  int deadLettersKept();

  /** Problems that are planned because somebody asks what if. */
  Questions questions();

  /** What they may cost. */
  interface Questions {

    /** Planned at once; who comes beyond is asked to come again. */
    @WithDefault("2")
    int atOnce();

    /** Bytes of a problem at most. */
    @WithDefault("8000000")
    int largestBody();
  }
}
