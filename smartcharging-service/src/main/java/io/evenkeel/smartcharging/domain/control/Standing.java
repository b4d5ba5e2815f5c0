package io.evenkeel.smartcharging.domain.control;

/** How it stands between us and a connector. */
public enum Standing {
  /** It takes profiles; no transaction. */
  IDLE,
  /** It takes profiles and has a transaction that takes part in the allocation. */
  CHARGING,
  /** A transaction was told late and is not known to run; the default applies to it. */
  REPLAYED,
  /** Not connected: what it may draw stays reserved. */
  OFFLINE,
  /** Did not answer the last profile: what it may draw stays reserved. */
  SILENT,
  /** Somebody else set profiles that come before ours: what they allow stays reserved. */
  BY_HAND,
  /** Refuses profiles: its maximum stays reserved. */
  UNCONTROLLED
}
