package io.evenkeel.smartcharging.world;

import io.evenkeel.ocpp.type.ChargingProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One outlet of a charger, as the charger itself sees it. Amperes as doubles, on purpose. */
final class Socket {

  final int connectorId;
  final double maximum;
  final int phases;
  private final double voltage;
  private final Charger charger;
  @Nullable Integer transaction;

  /** How many phases the car that is there uses. */
  private int carPhases;

  private Instant startedAt = Instant.MIN;
  @Nullable Schedule ofDefault;
  @Nullable Schedule ofTransaction;
  private double @Nullable [][] most;

  /** A transaction that goes on although it was taken for ended when the charger rebooted. */
  @Nullable Integer writtenOff;

  /** Profiles that were sent and will arrive. */
  private final List<ChargingProfile> onTheWire = new ArrayList<>();

  Socket(Charger charger, int connectorId, double maximum, int phases, double voltage) {
    this.charger = charger;
    this.connectorId = connectorId;
    this.maximum = maximum;
    this.phases = phases;
    this.voltage = voltage;
  }

  void plugIn(int id, int usesPhases, Instant now) {
    transaction = id;
    carPhases = usesPhases;
    startedAt = now;
    changed();
  }

  /** A car that began on one phase goes on with all. */
  void usesAllPhases() {
    carPhases = phases;
    changed();
  }

  /** How many phases the car that is there uses. */
  int carPhases() {
    return carPhases;
  }

  void unplug() {
    transaction = null;
    forgetTxProfile();
  }

  void sent(ChargingProfile profile) {
    onTheWire.add(profile);
    changed();
  }

  void arrived(ChargingProfile profile) {
    onTheWire.remove(profile);
    changed();
  }

  /**
   * What a car may draw here: now, or after the charger forgot, or when one plugs in, or when what
   * is on the wire has arrived.
   */
  double mayDraw(Instant at) {
    return mayDraw(at, 0);
  }

  /** On one of its phases; the next car may use those that the one that is there does not. */
  private double mayDraw(Instant at, int phase) {
    double byDefault = charges(ofDefault == null ? null : ofDefault.at(at));
    double may = byDefault;
    if (hasTxProfile() && phase < carPhases) {
      Double limit = ofTransaction.at(at);
      may = Math.max(may, limit == null ? byDefault : charges(limit));
    }
    for (ChargingProfile profile : onTheWire) {
      if (profile.transactionId() == null || (isForThis(profile) && phase < carPhases)) {
        Double limit = read(profile, at).at(at);
        may = Math.max(may, limit == null ? byDefault : charges(limit));
      }
    }
    return may;
  }

  /**
   * The most it may draw on each phase in each slot, as things are now; what is over counts no
   * more.
   */
  double[][] most(Instant now) {
    double[][] known = most;
    if (known == null) {
      known = new double[phases][];
      for (int phase = 0; phase < phases; phase++) {
        boolean asBefore = phase > 0 && phase != carPhases;
        known[phase] = asBefore ? known[phase - 1] : most(now, phase);
      }
      most = known;
    }
    return known;
  }

  private double[] most(Instant now, int phase) {
    double[] most = new double[Slots.COUNT + 1];
    TreeSet<Instant> changes = changes(now);
    for (int slot = Slots.at(now); slot < most.length; slot++) {
      Instant begin = Slots.begin(slot).isBefore(now) ? now : Slots.begin(slot);
      most[slot] = mayDraw(begin, phase);
      for (Instant change : changes.subSet(begin, Slots.end(slot))) {
        most[slot] = Math.max(most[slot], mayDraw(change, phase));
      }
    }
    return most;
  }

  private TreeSet<Instant> changes(Instant now) {
    TreeSet<Instant> changes = new TreeSet<>();
    if (ofDefault != null) {
      changes.addAll(ofDefault.changes());
    }
    if (hasTxProfile()) {
      changes.addAll(ofTransaction.changes());
    }
    onTheWire.forEach(profile -> changes.addAll(read(profile, now).changes()));
    return changes;
  }

  /** What is offered to the car that is there, or to one that comes then. */
  double offers(Instant at) {
    Double limit = hasTxProfile() ? ofTransaction.at(at) : null;
    return charges(limit == null ? (ofDefault == null ? null : ofDefault.at(at)) : limit);
  }

  /** As the charger tells it: what it holds, not what flows below 6 A. */
  double says(Instant at) {
    Double limit = hasTxProfile() ? ofTransaction.at(at) : null;
    Double byDefault = ofDefault == null ? null : ofDefault.at(at);
    Double said = limit == null ? byDefault : limit;
    return said == null ? maximum : Math.min(said, maximum);
  }

  /** When what it says changes. */
  TreeSet<Instant> saysChange(Instant now) {
    return changes(now);
  }

  /** What the car that is there draws now, when it takes all it is offered. */
  double draws(Instant now) {
    return transaction == null ? 0 : offers(now);
  }

  private boolean hasTxProfile() {
    return ofTransaction != null
        && transaction != null
        && transaction.equals(ofTransaction.profile().transactionId());
  }

  private boolean isForThis(ChargingProfile profile) {
    return profile.transactionId() == null || profile.transactionId().equals(transaction);
  }

  private double charges(@Nullable Double limit) {
    if (limit == null) {
      return maximum;
    }
    return limit < 6 ? 0 : Math.min(limit, maximum);
  }

  private Schedule read(ChargingProfile profile, Instant now) {
    Instant relativeTo =
        charger.temper == Temper.COUNTS_FROM_RECEIPT || transaction == null ? now : startedAt;
    return Schedule.of(profile, relativeTo, charger.clockOff, voltage, phases);
  }

  void store(ChargingProfile profile, Instant now) {
    switch (profile.chargingProfilePurpose()) {
      case TxDefaultProfile -> ofDefault = read(profile, Instant.EPOCH);
      case TxProfile -> ofTransaction = read(profile, now);
      case ChargePointMaxProfile -> throw new IllegalArgumentException("not for a connector");
    }
    changed();
  }

  void forgetTxProfile() {
    ofTransaction = null;
    changed();
  }

  void changed() {
    most = null;
    charger.changes++;
  }
}
