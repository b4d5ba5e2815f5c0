package io.evenkeel.smartcharging.domain.safety;

/** One limit that a charging profile puts into a charger. */
public sealed interface Change {

  /** What it allows over time. */
  Course course();

  /** The limit of every transaction that has none of its own (TxDefaultProfile). */
  record OfDefault(int limit) implements Change {
    @Override
    public Course course() {
      return Course.constant(limit);
    }
  }

  /** The limit of one running transaction (TxProfile). */
  record OfTransaction(int transactionId, Course course) implements Change {

    /** The same for ever. */
    public OfTransaction(int transactionId, int limit) {
      this(transactionId, Course.constant(limit));
    }
  }
}
