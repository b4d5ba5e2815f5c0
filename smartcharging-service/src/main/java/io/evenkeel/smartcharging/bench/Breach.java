package io.evenkeel.smartcharging.bench;

/**
 * A rule of the problem that a plan breaks.
 *
 * @param what the node or session, the slot, what was found and what is allowed
 */
public record Breach(Rule rule, String what) {

  /** What a plan has to keep. */
  public enum Rule {
    /** A phase of a node carries more than its capacity in a slot. */
    NODE,
    /** Two phases of a node differ by more than they may. */
    IMBALANCE,
    /** A current between 0 and the least one. */
    MINIMUM,
    /** More than car and connector stand. */
    MAXIMUM,
    /** No multiple of the step. */
    STEP,
    /** More periods than the charger stands, or in no order. */
    PERIODS,
    /** A current outside the stay, or a stay whose beginning no period covers. */
    STAY,
    /** A session that there is not. */
    SESSION
  }
}
