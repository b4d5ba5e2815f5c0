package io.evenkeel.smartcharging.domain.safety;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the limits in a charger for one connector, and so what it may still draw. A profile
 * that was sent counts from before it is sent until the charger has confirmed it or a later one of the
 * same kind, or certainly never got it.
 *
 * <p>The default always counts, also while a transaction has a lower limit: a charger that reboots
 * may forget the transaction's profile, and a car that plugs in starts under the default.
 *
 * @param maximum what the connector draws when nothing limits it
 * @param confirmedDefault the default that the charger is known to hold; null: not known to hold one
 * @param unconfirmedDefault the highest default that it may hold instead; null: none
 * @param confirmedTx the limit of the running transaction that the charger confirmed
 * @param unconfirmedTx the highest limit of the running transaction that it may hold instead
 * @param uncontrolled the charger refuses profiles: it counts at its maximum
 */
public record Exposure(
    int maximum,
    @Nullable Integer confirmedDefault,
    @Nullable Integer unconfirmedDefault,
    @Nullable TxLimit confirmedTx,
    @Nullable TxLimit unconfirmedTx,
    boolean uncontrolled) {

  /** Of a charger that we have never heard of. */
  public static Exposure unknown(int maximum) {
    return new Exposure(maximum, null, null, null, null, false);
  }

  /** The most the connector may draw per phase. */
  public int worst() {
    if (uncontrolled || confirmedDefault == null) {
      return maximum;
    }
    int worst = Math.max(confirmedDefault, unconfirmedDefault == null ? 0 : unconfirmedDefault);
    worst = Math.max(worst, confirmedTx == null ? 0 : confirmedTx.limit());
    worst = Math.max(worst, unconfirmedTx == null ? 0 : unconfirmedTx.limit());
    return Math.min(worst, maximum);
  }

  /** From now on the change may be in the charger. */
  public Exposure sending(Change change) {
    return switch (change) {
      case Change.OfDefault(int limit) ->
          withUnconfirmed(
              unconfirmedDefault == null ? limit : Math.max(limit, unconfirmedDefault),
              unconfirmedTx);
      case Change.OfTransaction(int transactionId, int limit) ->
          withUnconfirmed(
              unconfirmedDefault,
              new TxLimit(
                  transactionId,
                  unconfirmedTx == null ? limit : Math.max(limit, unconfirmedTx.limit())));
    };
  }

  /** The charger holds the change, and nothing older of its kind. */
  public Exposure accepted(Change change) {
    return switch (change) {
      case Change.OfDefault(int limit) ->
          new Exposure(maximum, limit, null, confirmedTx, unconfirmedTx, uncontrolled);
      case Change.OfTransaction(int transactionId, int limit) ->
          new Exposure(
              maximum,
              confirmedDefault,
              unconfirmedDefault,
              new TxLimit(transactionId, limit),
              null,
              uncontrolled);
    };
  }

  /**
   * The charger certainly does not hold the change.
   *
   * @param before as it was when the change was about to be sent
   */
  public Exposure notApplied(Change change, Exposure before) {
    return switch (change) {
      case Change.OfDefault _ -> withUnconfirmed(before.unconfirmedDefault, unconfirmedTx);
      case Change.OfTransaction _ -> withUnconfirmed(unconfirmedDefault, before.unconfirmedTx);
    };
  }

  /** What was set for a transaction is void when it has ended. */
  public Exposure transactionEnded() {
    return new Exposure(
        maximum, confirmedDefault, unconfirmedDefault, null, null, uncontrolled);
  }

  /** The charger started anew: whether it still has its default is to be found out. */
  public Exposure rebooted() {
    return new Exposure(
        maximum, null, unconfirmedDefault, confirmedTx, unconfirmedTx, uncontrolled);
  }

  /** The charger refuses profiles, or may take them again. */
  public Exposure uncontrolled(boolean uncontrolled) {
    return new Exposure(
        maximum, confirmedDefault, unconfirmedDefault, confirmedTx, unconfirmedTx, uncontrolled);
  }

  /** The operator says how much the connector draws when nothing limits it. */
  public Exposure maximum(int maximum) {
    return new Exposure(
        maximum, confirmedDefault, unconfirmedDefault, confirmedTx, unconfirmedTx, uncontrolled);
  }

  private Exposure withUnconfirmed(@Nullable Integer ofDefault, @Nullable TxLimit ofTx) {
    return new Exposure(
        maximum, confirmedDefault, ofDefault, confirmedTx, ofTx, uncontrolled);
  }
}
