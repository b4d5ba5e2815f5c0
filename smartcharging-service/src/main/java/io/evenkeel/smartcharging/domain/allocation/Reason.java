package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.site.Phase;

/** Why a session got what it got and not more. */
public sealed interface Reason {

  /** This phase of this node is full. */
  record NodeFull(String node, Phase phase) implements Reason {}

  /** The connector, cable or charger stands no more. */
  record ConnectorMaximum() implements Reason {}

  /** The car takes no more than this, less than its connector could give. */
  record CarMaximum() implements Reason {}

  /** Not served: what is left on this phase of this node is less than its minimum. */
  record Waiting(String node, Phase phase) implements Reason {}

  /** Waits, or gets no more, since sessions of a higher group use this phase of this node. */
  record Behind(String node, Phase phase) implements Reason {}

  /** Not served: its charger stands less than the least current a car charges with. */
  record MaximumBelowMinimum() implements Reason {}
}
