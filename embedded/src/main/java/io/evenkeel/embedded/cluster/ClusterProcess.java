package io.evenkeel.embedded.cluster;

import io.evenkeel.embedded.StartFailure;
import java.nio.file.Path;
import java.time.Duration;

/** One process of the cluster; it can be ended and started again, in order or as in an accident. */
public sealed interface ClusterProcess permits JvmProcess, PostgresProcess {

  /** As in {@code gateway-0}, {@code auth}, {@code kafka}, {@code postgres}. */
  String name();

  /** Where it listens, for people. */
  String address();

  Path log();

  /** Process id of its present or, when it does not run, of its last life; 0 before the first. */
  long pid();

  boolean isRunning();

  /**
   * Begins to start it; it is of use when {@link #awaitReady} has returned. Nothing happens when it
   * runs.
   */
  void start();

  /**
   * Returns when it serves.
   *
   * @throws StartFailure when it has ended or is not ready after this time; the message quotes its
   *     log
   */
  void awaitReady(Duration patience);

  /** Ends it as {@code kill -9} does, and returns when it is gone. */
  void kill();

  /** Ends it in order, by force when that takes too long; returns when it is gone. */
  void stop();

  /**
   * Starts it again on the same ports and data, after {@link #stop stopping} it if it runs, and
   * returns when it serves.
   */
  default void restart(Duration patience) {
    stop();
    start();
    awaitReady(patience);
  }

  /** {@link #restart(Duration)} with three minutes of patience. */
  default void restart() {
    restart(Duration.ofMinutes(3));
  }
}
