package io.evenkeel.smartcharging.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that changed at a site. Currents are amperes per phase. */
public sealed interface Happening {

  /** Its name among the events of the API. */
  String type();

  /** Which connector, as OCPP names it. */
  record Place(String chargePoint, int connectorId) {}

  /**
   * A connector is to get something else from now on.
   *
   * @param limitA for the running transaction; absent without one
   * @param defaultA for a car that comes
   */
  record Allocated(
      Place connector,
      @Nullable Integer transactionId,
      @Nullable BigDecimal limitA,
      BigDecimal defaultA)
      implements Happening {
    @Override
    public String type() {
      return "allocation";
    }
  }

  /** A transaction that takes part in the allocation began or ended. */
  record SessionChanged(
      Place connector, @Nullable Integer transactionId, @Nullable Instant startedAt)
      implements Happening {
    @Override
    public String type() {
      return "session";
    }
  }

  /**
   * A charging profile is on its way to a charger.
   *
   * @param purpose TxDefaultProfile or TxProfile
   * @param highest the highest of its periods
   * @param unit A per phase, or W over all phases
   */
  record ProfileSent(
      Place connector,
      int profileId,
      String purpose,
      @Nullable Integer transactionId,
      int periods,
      BigDecimal highest,
      String unit)
      implements Happening {
    @Override
    public String type() {
      return "profile-sent";
    }
  }

  /** The charger holds the profile. */
  record ProfileAccepted(Place connector, int profileId) implements Happening {
    @Override
    public String type() {
      return "profile-accepted";
    }
  }

  /** The charger does not want the profile. */
  record ProfileRefused(Place connector, int profileId, String because) implements Happening {
    @Override
    public String type() {
      return "profile-refused";
    }
  }

  /** It is not known whether the charger holds the profile, or it is known that it never got it. */
  record ProfileUnconfirmed(Place connector, int profileId, String because) implements Happening {
    @Override
    public String type() {
      return "profile-unconfirmed";
    }
  }

  /** A flag of a connector was raised or taken back, such as {@code uncontrolled}. */
  record Flagged(Place connector, String flag, boolean raised) implements Happening {
    @Override
    public String type() {
      return "flag";
    }
  }

  /**
   * What the site may carry changed: its description, a daily limit, a signal, a meter's word.
   *
   * @param nodes those that changed; none when it was described anew
   */
  record LimitChanged(String what, List<NodeLimit> nodes) implements Happening {

    public LimitChanged {
      nodes = List.copyOf(nodes);
    }

    /**
     * What a node may carry from now on, on L1, L2, L3.
     *
     * @param forChargingA what the base load leaves of it
     */
    public record NodeLimit(String node, List<BigDecimal> limitA, List<BigDecimal> forChargingA) {}

    @Override
    public String type() {
      return "limit";
    }
  }

  /** From now on no limit can be exceeded, whatever the chargers do; or not any more. */
  record ControlChanged(boolean underControl) implements Happening {
    @Override
    public String type() {
      return "control";
    }
  }

  /**
   * A plan was made, or none could be.
   *
   * @param health as in the site's status
   * @param gapPercent how far from the best it is at most; absent without a plan
   */
  record PlanChanged(String strategy, String health, String message, @Nullable Double gapPercent)
      implements Happening {
    @Override
    public String type() {
      return "plan";
    }
  }
}
