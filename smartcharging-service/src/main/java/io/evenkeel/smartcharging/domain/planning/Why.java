package io.evenkeel.smartcharging.domain.planning;

import io.evenkeel.smartcharging.domain.site.Phase;

/** Why a session gets so much in a period and not more. */
public sealed interface Why {

  /** For people. */
  String words();

  /** Others use all that this phase of this node carries, or too much of it for the minimum. */
  record NodeFull(String node, Phase phase) implements Why {
    @Override
    public String words() {
      return "%s of %s is full".formatted(phase, node);
    }
  }

  /** This phase of this node is full, also with sessions of a higher priority. */
  record Priority(String node, Phase phase) implements Why {
    @Override
    public String words() {
      return "%s of %s is full, and others there come first".formatted(phase, node);
    }
  }

  /** More would set the phases of this node too far apart. */
  record Imbalance(String node) implements Why {
    @Override
    public String words() {
      return "more would load the phases of %s too unevenly".formatted(node);
    }
  }

  /** It gets what it needs in time, and at other times that costs less. */
  record Price() implements Why {
    @Override
    public String words() {
      return "it costs less at another time, and there is time enough";
    }
  }

  /** The car takes no more. */
  record Car() implements Why {
    @Override
    public String words() {
      return "the car takes no more";
    }
  }

  /** The connector gives no more. */
  record Connector() implements Why {
    @Override
    public String words() {
      return "the connector gives no more";
    }
  }

  /** Car and connector have no current in common that the car would charge with. */
  record MinimumAboveMaximum() implements Why {
    @Override
    public String words() {
      return "the least current of the car is more than the connector gives";
    }
  }

  /** There would be room now and then, but the charger stands no schedule of more periods. */
  record Periods() implements Why {
    @Override
    public String words() {
      return "the charger stands no more periods";
    }
  }

  /** Nothing stands in the way: it has all it asked for by its departure. */
  record NeedMet() implements Why {
    @Override
    public String words() {
      return "it gets all it needs by its departure";
    }
  }
}
