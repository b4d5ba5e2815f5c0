package io.evenkeel.simulator;

import io.evenkeel.ocpp.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The memory of charge points that survives the loss of power. It is written before a transaction
 * message is sent for the first time, so that what the central system knows is never unknown here.
 */
public interface Memory {

  /**
   * A transaction that still matters.
   *
   * @param running whether it has not ended; else it only has messages that wait
   */
  record Transaction(
      int connectorId,
      String idTag,
      Instant start,
      long meterStart,
      @Nullable Integer transactionId,
      boolean running) {}

  /**
   * A transaction message that was not answered yet.
   *
   * @param transaction index of its transaction in {@link Content#transactions}
   */
  record Waiting(int transaction, Request request) {}

  /**
   * Everything that one charge point remembers.
   *
   * @param meters Wh by connector
   */
  record Content(
      Map<Integer, Double> meters, List<Transaction> transactions, List<Waiting> waiting) {}

  Optional<Content> load(String chargePoint);

  /** Returns when the content is kept. */
  void save(String chargePoint, Content content);

  /** Forgets at once. */
  static Memory none() {
    return new Memory() {
      @Override
      public Optional<Content> load(String chargePoint) {
        return Optional.empty();
      }

      @Override
      public void save(String chargePoint, Content content) {
        // nothing survives
      }
    };
  }

  /** Whether {@link #save} is worth calling. */
  default boolean keeps() {
    return false;
  }
}
