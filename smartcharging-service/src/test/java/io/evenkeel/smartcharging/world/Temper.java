package io.evenkeel.smartcharging.world;

/** How a charger behaves. */
enum Temper {
  /** By the book. */
  GOOD,
  /**
   * Advertises 20 periods; more than 10 hang it for 31 s, then it answers nonsense and hangs up.
   */
  DELTA,
  /** Says that it stands 10 periods; more than 3 are never answered. */
  STANDS_FEW,
  /** Takes no profile at all. */
  REJECTS_ALL,
  /** Takes defaults, but no limits of transactions. */
  REJECTS_TX_PROFILES,
  /** Takes Absolute schedules only. */
  ABSOLUTE_ONLY,
  /** Takes watts only, though it says amperes would do. */
  WATTS_ONLY,
  /** Takes schedules of several periods, and answers no question about them. */
  READS_NOTHING_BACK,
  /** Has Relative schedules begin when they come, not when the transaction did. */
  COUNTS_FROM_RECEIPT
}
