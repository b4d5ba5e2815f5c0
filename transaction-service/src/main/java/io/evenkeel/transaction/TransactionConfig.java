package io.evenkeel.transaction;

import io.evenkeel.messaging.flow.GroupLimits;
import io.evenkeel.messaging.flow.LaneLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of transaction-service. */
@ConfigMapping(prefix = "evenkeel.transaction")
public interface TransactionConfig {

  /** A start or stop that comes later than this after it happened was kept offline. */
  @WithDefault("PT5M")
  Duration replayedAfter();

  /** How the bus is read. */
  Reading reading();

  /** How what was read is written. */
  Writing writing();

  Retention retention();

  /** Dead letters beyond so many are forgotten, the oldest first. */
  @WithDefault("10000")
  int deadLettersKept();

  /** Lanes of one reader. */
  interface Reading {

    /** Messages handled at once. */
    @WithDefault("512")
    int lanes();

    /** Messages taken from a channel and not acknowledged. */
    @WithDefault("2048")
    int maxInFlight();

    static LaneLimits limits(Reading reading) {
      return LaneLimits.of(reading.lanes(), reading.maxInFlight());
    }
  }

  /** Bounds of the group commit. */
  interface Writing {

    /** Messages that are committed together at most. */
    @WithDefault("256")
    int maxBatch();

    /**
     * Commits under way at once. One makes the largest batches, and so costs the least; more
     * shorten the wait where the disk is slow and there are cores to spare.
     */
    @WithDefault("1")
    int maxConcurrent();

    /** Messages that wait for a commit. */
    @WithDefault("16384")
    int maxQueued();

    static GroupLimits limits(Writing writing) {
      return new GroupLimits(writing.maxBatch(), writing.maxConcurrent(), writing.maxQueued());
    }
  }

  /** What is thrown away after a time. Transactions and stray stops are kept for ever. */
  interface Retention {

    /** Meter values older than this, by their receipt, are purged; 0 keeps them for ever. */
    @WithDefault("P730D")
    Duration meterValues();

    /** The same of the connectors' reports of status. */
    @WithDefault("P365D")
    Duration statuses();

    /** How often there is a look. */
    @WithDefault("PT1H")
    Duration every();

    /** Rows deleted by one statement. */
    @WithDefault("5000")
    int batch();
  }
}
