package io.evenkeel.smartcharging.domain.safety;

/** One limit that a charging profile puts into a charger. */
public sealed interface Change {

  int limit();

  /** The limit of every transaction that has none of its own (TxDefaultProfile). */
  record OfDefault(int limit) implements Change {}

  /** The limit of one running transaction (TxProfile). */
  record OfTransaction(int transactionId, int limit) implements Change {}
}
