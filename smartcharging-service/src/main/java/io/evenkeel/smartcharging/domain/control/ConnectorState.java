package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.smartcharging.domain.allocation.Reason;
import io.evenkeel.smartcharging.domain.profile.Form;
import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.safety.HeldCourse;
import io.evenkeel.smartcharging.domain.safety.Load;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connector of the site: what is known of it, and what is wanted of it. */
final class ConnectorState {

  private static final int ENDED_KEPT = 8;

  final int number;
  final Connector connector;
  final ChargePointState chargePoint;

  private Exposure exposure;
  private @Nullable Session session;
  private List<Integer> ended = List.of();
  private @Nullable ChargePointStatus status;
  private int desiredDefault;
  private Course desiredTx = Course.constant(0);
  private Forms forms = Forms.UNTRIED;
  boolean changed;

  /** What it may draw is to be reckoned anew. */
  boolean exposureChanged = true;

  // from here on forgotten with the process
  boolean resendDefault;
  boolean resendTx;
  boolean readBackDue;
  Instant txSentAt = Instant.MIN;

  /** When its transaction began is not known well enough, until a schedule was read back right. */
  boolean startDoubtful;

  /** When the transaction's profile is to be sent once more; null = it is not. */
  @Nullable Instant resendTxAt;

  /** How often in a row it read back more than it holds. */
  int differences;

  final Obedience obedience = new Obedience();

  @Nullable Reason reason;

  /** A schedule that it reads back right would let others, or itself, have more. */
  boolean toProve;

  /** What it is told for the time being; null: what is desired. */
  @Nullable Course instead;

  /** What planning is about to desire. */
  @Nullable Course wanted;

  private @Nullable Course plan;
  private int planFor;

  final CarWatch watch;

  ConnectorState(
      int number,
      Connector connector,
      ChargePointState chargePoint,
      @Nullable ConnectorRecord known) {
    this.number = number;
    this.connector = connector;
    this.chargePoint = chargePoint;
    if (known == null) {
      exposure =
          Exposure.unmanaged(connector.maximum())
              .uncontrolled(!chargePoint.capabilities().smartCharging())
              .timed(chargePoint.learned().timekeeping() == Timekeeping.PROVEN);
      changed = true;
    } else {
      boolean timed = chargePoint.learned().timekeeping() == Timekeeping.PROVEN;
      exposure = known.exposure().maximum(connector.maximum()).timed(timed);
      session = known.session();
      obedience.remember(exposure.conduct().drawn());
      readBackDue = exposure.conduct().drawn() > 0;
      ended = known.ended();
      status = known.status();
      desiredDefault = known.desiredDefault();
      desiredTx = known.desiredTx();
      forms = new Forms(known.defaultRejections(), known.txRejections());
      changed = !exposure.equals(known.exposure());
    }
    watch =
        new CarWatch(
            connector.phases(),
            session == null
                ? Car.unknown(0, connector.phases())
                : Car.remembered(session.transactionId(), phasesUsed()));
    chargePoint.connectors.add(this);
  }

  /** It is the same connector in a site that was described anew. */
  void continues(ConnectorState known) {
    changed |= known.changed;
    resendDefault = known.resendDefault;
    resendTx = known.resendTx;
    startDoubtful = known.startDoubtful;
    watch.continues(known.watch);
    plan = known.plan;
    planFor = known.planFor;
    readBackDue = known.readBackDue;
    obedience.continues(known.obedience);
  }

  /** What somebody planned for the running transaction; null: the instant allocation drives. */
  @Nullable Course plan() {
    return session != null && session.transactionId() == planFor ? plan : null;
  }

  void plan(@Nullable Course now) {
    plan = now;
    planFor = session == null ? 0 : session.transactionId();
  }

  ConnectorRecord record() {
    return new ConnectorRecord(
        connector.key(),
        exposure,
        session == null || !startDoubtful ? session : session.countingFromNowhere(),
        ended,
        status,
        desiredDefault,
        desiredTx,
        forms.defaultRejections(),
        forms.txRejections());
  }

  Exposure exposure() {
    return exposure;
  }

  void exposure(Exposure now) {
    if (!now.equals(exposure)) {
      changed = true;
      exposureChanged = true;
      exposure = now;
    }
  }

  @Nullable Session session() {
    return session;
  }

  void session(@Nullable Session now) {
    changed |= now == null ? session != null : !now.equals(session);
    session = now;
  }

  boolean hasLiveSession() {
    return session != null && session.live();
  }

  boolean hasEnded(int transactionId) {
    return ended.contains(transactionId);
  }

  void ended(int transactionId) {
    if (!ended.contains(transactionId)) {
      List<Integer> longer = new ArrayList<>(ended);
      longer.add(transactionId);
      ended = List.copyOf(longer.subList(Math.max(0, longer.size() - ENDED_KEPT), longer.size()));
      changed = true;
    }
  }

  @Nullable ChargePointStatus status() {
    return status;
  }

  void status(ChargePointStatus now) {
    changed |= now != status;
    status = now;
  }

  int desiredDefault() {
    return desiredDefault;
  }

  Course desiredTx() {
    return desiredTx;
  }

  /** What it is told: what is desired, or step by step what is to be now. */
  Course told() {
    return instead == null ? desiredTx : instead;
  }

  void desire(int ofDefault, Course ofTx) {
    changed |= ofDefault != desiredDefault || !ofTx.equals(desiredTx);
    desiredDefault = ofDefault;
    desiredTx = ofTx;
  }

  Forms forms() {
    return forms;
  }

  void forms(Forms now) {
    changed |= !now.equals(forms);
    forms = now;
  }

  /** How a change is written, as far as is known what the charger takes. */
  Form form(Change change) {
    return forms.of(change, chargePoint);
  }

  /** The running transaction is steered by the default, since the charger takes nothing else. */
  boolean steeredByDefault() {
    return forms.noneForTx(chargePoint);
  }

  /** What it may be seen drawing at an instant. */
  int allowed(Instant now) {
    HeldCourse held = exposure.ofTransaction();
    if (!hasLiveSession() || held == null || !held.confirmed()) {
      return exposure.drawing(0).worst(now);
    }
    Instant end = held.high().end();
    return end != null && !now.isBefore(end) ? exposure.ofDefault().high() : held.high().at(now);
  }

  /** How many periods its transaction's profile may have now. */
  int periods(Settings settings) {
    return mayHaveSeveralPeriods()
        ? chargePoint.periods(settings, form(new Change.OfTransaction(0, 0)))
        : 1;
  }

  private boolean mayHaveSeveralPeriods() {
    return session != null && session.countsFrom() != null && !steeredByDefault();
  }

  /** As above, where it may be tried with more than it is believed to stand. */
  int periodsToTry(Settings settings, Instant now) {
    return mayHaveSeveralPeriods()
        ? chargePoint.periodsToTry(settings, form(new Change.OfTransaction(0, 0)), now)
        : 1;
  }

  /** What is written for a limit: 0 only where the charger takes it, else its least current. */
  int written(int limit) {
    return limit == 0 && !chargePoint.acceptsZero() ? minimum() : limit;
  }

  /** The least current that it charges with, or the car that is there does, or is to be seen to. */
  int minimum() {
    int said = Math.max(Amperes.LEAST, Amperes.ceiling(chargePoint.stands().minCurrentA()));
    int tried = Math.min(maximum(), car().least().needs());
    return Math.max(said, tried);
  }

  /** The most current that is asked for it. */
  int maximum() {
    return Math.min(connector.maximum(), Amperes.floor(chargePoint.capabilities().maxCurrentA()));
  }

  /** What is asked for the car of the running transaction at most. */
  int wanted() {
    return Math.max(minimum(), car().appetite().limited(maximum()));
  }

  /** What the charge point learns from the car that is there. */
  void learnsFromCar() {
    Car known = car();
    if (known.transactionId() != 0) {
      chargePoint.chargesFrom(known.transactionId(), known.least());
    }
  }

  /** What the car of the running transaction is known to want and use. */
  Car car() {
    return watch.car(session);
  }

  /** How many phases, the first ones, the car of the running transaction is known to use. */
  int phasesUsed() {
    return Math.min(exposure.carPhases(), connector.phases());
  }

  /** How many phases the limit of the running transaction loads: a default may load them all. */
  int phasesLoaded() {
    return steeredByDefault() ? connector.phases() : phasesUsed();
  }

  /** What it loads when the running transaction is given these levels. */
  Load loads(int[] levels) {
    return Load.of(phasesLoaded(), levels);
  }

  /**
   * Counts from now on with the phases that the car was seen to use; with all where it is not known
   * which car it is.
   *
   * @return whether that is news
   */
  boolean notePhases() {
    int used = hasLiveSession() ? car().phases().count() : connector.phases();
    int before = exposure.carPhases();
    exposure(exposure.carPhases(used >= connector.phases() ? Phase.COUNT : used));
    return before != exposure.carPhases();
  }

  /** Notes what the charger holds for its car now. */
  void noteAllotment(Instant now) {
    HeldCourse held = exposure.ofTransaction();
    watch.allotted(held == null ? exposure.ofDefault().low() : held.low().at(now), now);
  }

  /** Whether what is sent to it can be expected to count, and nobody else has taken it over. */
  boolean governed(Instant now) {
    return chargePoint.connected()
        && !chargePoint.silent(now)
        && !exposure.uncontrolled()
        && exposure.conduct().byHand() == 0;
  }

  /** Whether it shares what there is; who disobeys counts at what it draws instead. */
  boolean shares(Instant now) {
    return governed(now) && exposure.conduct().drawn() == 0;
  }

  Standing standing(Instant now) {
    if (exposure.uncontrolled()) {
      return Standing.UNCONTROLLED;
    }
    if (!chargePoint.connected()) {
      return Standing.OFFLINE;
    }
    if (chargePoint.silent(now)) {
      return Standing.SILENT;
    }
    if (exposure.conduct().byHand() > 0) {
      return Standing.BY_HAND;
    }
    if (session == null) {
      return Standing.IDLE;
    }
    return session.live() ? Standing.CHARGING : Standing.REPLAYED;
  }
}
