package io.evenkeel.smartcharging.domain.safety;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the limits in a charger for one connector, and so what it may still draw. A
 * profile that was sent counts from before it is sent until the charger has confirmed it or a later
 * one of the same kind, or certainly never got it.
 *
 * <p>The default always counts, also while a transaction has a lower limit: a charger that reboots
 * may forget the transaction's profile, and a car that plugs in starts under the default.
 *
 * @param maximum what the connector draws when nothing limits it
 * @param ofDefault the limit of transactions that have none of their own; of a charger that was
 *     never given one, the maximum
 * @param transactionId the running transaction that was sent a limit; null: none was
 * @param ofTransaction its limit; null exactly when transactionId is
 * @param uncontrolled the charger refuses profiles: it counts at its maximum
 */
public record Exposure(
    int maximum,
    Held ofDefault,
    @Nullable Integer transactionId,
    @Nullable Held ofTransaction,
    boolean uncontrolled) {

  private static final Held NOTHING = Held.confirmed(0);

  /** Of a charger that was never given a profile. */
  public static Exposure unmanaged(int maximum) {
    return new Exposure(maximum, new Held(maximum, maximum, false), null, null, false);
  }

  /** Whether the charger may hold a profile of ours. */
  public boolean isManaged() {
    return ofTransaction != null || !ofDefault.equals(new Held(maximum, maximum, false));
  }

  /** The most the connector may draw per phase. */
  public int worst() {
    int high = Math.max(ofDefault.high(), transaction().high());
    return uncontrolled ? maximum : Math.min(high, maximum);
  }

  /** It may draw so much for certain: a limit that is not above this raises nothing. */
  public int least() {
    int low = Math.max(ofDefault.low(), transaction().low());
    return uncontrolled ? maximum : Math.min(low, maximum);
  }

  /** From now on the change may be in the charger. */
  public Exposure sending(Change change) {
    return switch (change) {
      case Change.OfDefault(int limit) -> withDefault(ofDefault.or(limit));
      case Change.OfTransaction(int id, int limit) ->
          withTransaction(id, (isFor(id) ? transaction() : NOTHING).or(limit));
    };
  }

  /** The charger holds the change, and nothing older of its kind. */
  public Exposure accepted(Change change) {
    return switch (change) {
      case Change.OfDefault(int limit) -> withDefault(Held.confirmed(limit));
      case Change.OfTransaction(int id, int limit) -> withTransaction(id, Held.confirmed(limit));
    };
  }

  /**
   * The charger certainly does not hold the change. What became known since it was sent stays.
   *
   * @param before as it was when the change was about to be sent
   */
  public Exposure notApplied(Change change, Exposure before) {
    Exposure sent = before.sending(change);
    return switch (change) {
      case Change.OfDefault _ ->
          ofDefault.equals(sent.ofDefault) ? withDefault(before.ofDefault) : this;
      case Change.OfTransaction(int id, int _) ->
          isFor(id) && transaction().equals(sent.ofTransaction)
              ? withTransaction(before.transactionId, before.ofTransaction)
              : this;
    };
  }

  /** What was set for a transaction is void when it has ended. */
  public Exposure transactionEnded() {
    return withTransaction(null, null);
  }

  /** The charger was away: it may have forgotten what was set for its transaction. */
  public Exposure away() {
    return ofTransaction == null ? this : withTransaction(transactionId, ofTransaction.or(0));
  }

  /** The charger started anew: it may have forgotten everything. */
  public Exposure rebooted() {
    return away().withDefault(new Held(ofDefault.low(), maximum, false));
  }

  /** The charger refuses profiles, or may take them again. */
  public Exposure uncontrolled(boolean now) {
    return new Exposure(maximum, ofDefault, transactionId, ofTransaction, now);
  }

  /** The operator says how much the connector draws when nothing limits it. */
  public Exposure maximum(int now) {
    Held held =
        ofDefault.confirmed() || ofDefault.high() < maximum
            ? ofDefault
            : new Held(ofDefault.low() == maximum ? now : ofDefault.low(), now, false);
    return new Exposure(now, held, transactionId, ofTransaction, uncontrolled);
  }

  private boolean isFor(int id) {
    return transactionId != null && transactionId == id;
  }

  private Held transaction() {
    return ofTransaction == null ? NOTHING : ofTransaction;
  }

  private Exposure withDefault(Held held) {
    return new Exposure(maximum, held, transactionId, ofTransaction, uncontrolled);
  }

  private Exposure withTransaction(@Nullable Integer id, @Nullable Held held) {
    return new Exposure(maximum, ofDefault, id, held, uncontrolled);
  }
}
