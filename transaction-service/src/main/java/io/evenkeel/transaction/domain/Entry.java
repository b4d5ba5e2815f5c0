package io.evenkeel.transaction.domain;

import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.TransactionCall;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is entered in the {@link Ledger}: something that begins or ends transactions. */
public sealed interface Entry {

  String chargePoint();

  /** When the gateway learned it. */
  Instant receivedAt();

  /**
   * @param authorization null when nobody could be asked
   */
  record Start(
      String chargePoint,
      Instant receivedAt,
      StartTransaction.Request request,
      @Nullable Authorization authorization,
      Leniency leniency)
      implements Entry {

    public NaturalKey key() {
      return NaturalKey.of(chargePoint, request);
    }

    /** The tag whose running transactions must be counted; null when it has no limit. */
    public @Nullable String limitedTag() {
      return authorization != null && authorization.maxConcurrentTransactions() != null
          ? IdTags.key(request.idTag())
          : null;
    }
  }

  /**
   * @param authorization of the tag that stopped it; null when there is none, or nobody could be
   *     asked
   */
  record Stop(
      String chargePoint,
      Instant receivedAt,
      StopTransaction.Request request,
      @Nullable Authorization authorization,
      Leniency leniency)
      implements Entry {

    Ending.Stop ending() {
      StopTransaction.Reason said = request.reason();
      return new Ending.Stop(
          request.timestamp().instant(),
          request.meterStop(),
          said == null ? StopTransaction.Reason.Local : said,
          request.idTag(),
          receivedAt);
    }
  }

  /** The charge point booted: what ran on it before runs no more. */
  record Boot(String chargePoint, Instant receivedAt) implements Entry {}

  /**
   * A reading of a transaction that was thought to be over since its charge point booted.
   *
   * @param at when it was taken
   */
  record Alive(String chargePoint, Instant receivedAt, int transactionId, Instant at)
      implements Entry {}

  /**
   * A StartTransaction or StopTransaction.
   *
   * @throws IllegalArgumentException when it is neither
   */
  static Entry of(TransactionCall call) {
    Leniency leniency = Leniency.of(call.remarks(), call.raw());
    return switch (call.request()) {
      case StartTransaction.Request start ->
          new Start(call.chargePoint(), call.receivedAt(), start, call.authorization(), leniency);
      case StopTransaction.Request stop ->
          new Stop(call.chargePoint(), call.receivedAt(), stop, call.authorization(), leniency);
      default ->
          throw new IllegalArgumentException(
              "a transaction call carries StartTransaction or StopTransaction, not "
                  + call.request().getClass().getName());
    };
  }

  static Entry of(ChargePointEvent.Booted booted) {
    return new Boot(booted.chargePoint(), booted.receivedAt());
  }
}
