package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.smartcharging.domain.composite.SetByHand;
import io.evenkeel.smartcharging.domain.forecast.LeastCurrent;
import io.evenkeel.smartcharging.domain.profile.Form;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A charge point with connectors in the site. */
final class ChargePointState {

  final String name;
  final List<ConnectorState> connectors = new ArrayList<>();
  private Capabilities capabilities;
  private @Nullable Capabilities stands;
  private Learned learned;
  private SetByHand byHand;
  @Nullable SessionRef socket;
  boolean changed = true;

  /** When it was learned last what the gateway may not have heard yet. */
  Instant learnedAt = Instant.MIN;

  /** Another socket that was seen elsewhere; the event that tells of it may be on its way. */
  boolean differentSocketSeen;

  /** The one command that is under way. */
  @Nullable Send inFlight;

  // from here on forgotten with the process

  Instant readBackFrom = Instant.MIN;
  int readBackFailures;
  int readBackRefusals;

  /** What it read back wrong; null: nothing. */
  @Nullable String readBackWords;

  /** When its socket closed; null: not known. */
  @Nullable Instant awaySince;

  private @Nullable Instant silentSince;

  /** What a car needed there, and in which transaction; 0: none needs more than the least. */
  private int neededMore;

  private int neededBy;
  private int lives;
  private int failures;
  private @Nullable Instant retryAt;

  ChargePointState(
      String name,
      Capabilities capabilities,
      Learned learned,
      SetByHand byHand,
      @Nullable SessionRef socket) {
    this.name = name;
    this.capabilities = capabilities;
    this.learned = learned;
    this.byHand = byHand;
    this.socket = socket;
  }

  boolean connected() {
    return socket != null;
  }

  /** The last profile was not taken, and it is not yet time to try again. */
  boolean silent(Instant now) {
    return retryAt != null && now.isBefore(retryAt);
  }

  /** Counts its connections and boots: what was sent in an earlier one may be forgotten. */
  int lives() {
    return lives;
  }

  void beginsAnew() {
    lives++;
    answered();
  }

  @Nullable Instant retryAt() {
    return retryAt;
  }

  /** Since when it has taken no profile; null: it takes them. */
  @Nullable Instant silentSince() {
    return silentSince;
  }

  void failed(Settings settings, Instant now) {
    failures++;
    silentSince = silentSince == null ? now : silentSince;
    retryAt = now.plus(settings.pauseAfter(failures));
  }

  void answered() {
    failures = 0;
    silentSince = null;
    retryAt = null;
  }

  void capabilities(Capabilities known) {
    changed |= !known.equals(capabilities);
    capabilities = known;
    stands = null;
  }

  Capabilities capabilities() {
    return capabilities;
  }

  ChargePointRecord record() {
    return new ChargePointRecord(name, capabilities, learned, byHand);
  }

  /** It is the same charge point in a site that was described anew. */
  void continues(ChargePointState known) {
    capabilities = known.capabilities;
    learned = known.learned;
    stands = null;
    byHand = known.byHand;
    socket = known.socket;
    changed = known.changed;
    inFlight = known.inFlight;
    lives = known.lives;
    failures = known.failures;
    silentSince = known.silentSince;
    awaySince = known.awaySince;
    retryAt = known.retryAt;
    readBackFrom = known.readBackFrom;
    neededMore = known.neededMore;
    neededBy = known.neededBy;
    readBackWords = known.readBackWords;
    learnedAt = known.learnedAt;
  }

  /** What is on its way to it, or answered and not yet told, may not be so any more. */
  void disturbed() {
    lives++;
  }

  SetByHand byHand() {
    return byHand;
  }

  void byHand(SetByHand now) {
    changed |= !now.equals(byHand);
    byHand = now;
  }

  Learned learned() {
    return learned;
  }

  /** What counts for its connectors' exposures follows. */
  void learned(Learned now) {
    changed |= !now.equals(learned);
    learned = now;
    stands = null;
    boolean timed = now.timekeeping() == Timekeeping.PROVEN;
    connectors.forEach(state -> state.exposure(state.exposure().timed(timed)));
  }

  /** Nothing is waited for by a clock that was another one. */
  void clockJumped() {
    answered();
    readBackFrom = Instant.MIN;
    unproven();
  }

  /** Whether it keeps time is not known any more. */
  void unproven() {
    if (learned.timekeeping() == Timekeeping.PROVEN) {
      learned(learned.timekeeping(Timekeeping.UNPROVEN));
    }
  }

  /** It refused 0 A, which may be why. */
  boolean zeroDoubted;

  boolean acceptsZero() {
    return capabilities.acceptsZero() && learned.acceptsZero() && !zeroDoubted;
  }

  boolean readsBack() {
    return capabilities.readsBack() && learned.readsBack();
  }

  /** How many periods a schedule for it may have, written in this form. */
  int periods(Settings settings, Form form) {
    return followsSchedules(form) ? Periods.most(capabilities, learned, settings.mostPeriods()) : 1;
  }

  /** As above, where it may be tried with more than it is believed to stand. */
  int periodsToTry(Settings settings, Form form, Instant now) {
    return followsSchedules(form)
        ? Periods.toTry(capabilities, learned, settings.mostPeriods(), now)
        : 1;
  }

  private boolean followsSchedules(Form form) {
    return form.kind() == ChargingProfileKind.Relative
        && readsBack()
        && learned.timekeeping() != Timekeeping.FAILED;
  }

  /** It is being tried with more periods than it is believed to stand. */
  boolean onTrial() {
    return inFlight instanceof Send.Apply apply && apply.periods() > learned.mostPeriods();
  }

  /** It took so many periods. Where that is news, the gateway will say so, too. */
  void stood(int periods) {
    int before = learned.mostPeriods();
    learned(learned.periods(learned.periods().stood(periods)));
    if (learned.mostPeriods() > before) {
      capabilities(
          capabilities.maxSchedulePeriods(
              Math.min(capabilities.periodsWithoutLessons(), learned.mostPeriods())));
    }
  }

  List<Form> forms() {
    return Form.forms(stands());
  }

  /**
   * Two cars in a row that charge from a current above the least one on: that is the charge
   * point's. What one of them needs may be its own.
   */
  void chargesFrom(int transactionId, LeastCurrent seen) {
    if (seen.charges() < neededMore) {
      neededMore = 0;
    } else if (seen.found() > 0 && neededMore > 0 && transactionId != neededBy) {
      learned(learned.minimum(Math.min(neededMore, seen.found())));
    } else if (seen.found() > 0) {
      neededMore = seen.found();
      neededBy = transactionId;
    }
  }

  /** What it is said to stand, without what it was found to refuse. */
  Capabilities stands() {
    Capabilities known = stands;
    if (known == null) {
      known = learned.on(capabilities);
      stands = known;
    }
    return known;
  }

  /** It refused this while it took something else: it is not tried any more. */
  void refuses(Refusal one) {
    if (learned.accepts(one)) {
      learned(learned.refuses(one));
      connectors.forEach(state -> state.forms(Forms.UNTRIED));
    }
  }

  /** Whether it can hold a default and a transaction's limit for every connector. */
  boolean holdsTransactionProfiles() {
    return capabilities.maxProfilesInstalled() >= 2 * connectors.size()
        || capabilities.equals(Capabilities.unknown());
  }
}
