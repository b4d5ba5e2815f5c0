package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.messaging.CapabilityLearned;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a charge point taught about itself.
 *
 * @param mostPeriods schedules of more periods hung it, or may have; {@link Integer#MAX_VALUE} when
 *     nothing is known
 * @param acceptsZero false when it refused 0 A and took its least current instead
 * @param readsBack false when it does not answer GetCompositeSchedule
 * @param refused what is not tried any more
 */
public record Learned(
    int mostPeriods,
    boolean acceptsZero,
    boolean readsBack,
    Timekeeping timekeeping,
    Refusals refused) {

  /** Of a charge point that has taught nothing yet. */
  public static final Learned NOTHING =
      new Learned(Integer.MAX_VALUE, true, true, Timekeeping.UNPROVEN, Refusals.NONE);

  /** Schedules of more periods hung it, or may have. */
  public Learned mostPeriods(int most) {
    return new Learned(most, acceptsZero, readsBack, timekeeping, refused);
  }

  Learned acceptsZero(boolean accepts) {
    return new Learned(mostPeriods, accepts, readsBack, timekeeping, refused);
  }

  Learned readsBack(boolean reads) {
    return new Learned(mostPeriods, acceptsZero, reads, timekeeping, refused);
  }

  /**
   * The gateway tells other capabilities than before. Where they allow more, an operator had the
   * lesson forgotten or knows better: it is tried again.
   */
  Learned under(Capabilities before, Capabilities now) {
    Learned learned = refused(refused.under(before, now));
    if (now.maxSchedulePeriods() > before.maxSchedulePeriods()) {
      learned = learned.mostPeriods(Integer.MAX_VALUE);
    }
    if (now.acceptsZero() && !before.acceptsZero()) {
      learned = learned.acceptsZero(true);
    }
    if (now.readsBack() && !before.readsBack()) {
      learned = learned.readsBack(true).timekeeping(Timekeeping.UNPROVEN);
    }
    return learned.running(before, now);
  }

  /** Another firmware may keep time in another way; no name of one says nothing. */
  public Learned running(Capabilities before, Capabilities now) {
    String was = before.firmwareVersion();
    String is = now.firmwareVersion();
    return was.isEmpty() || is.isEmpty() || was.equals(is)
        ? this
        : timekeeping(Timekeeping.UNPROVEN);
  }

  /**
   * The gateway says this although it has had the time to hear the lessons: what it allows is tried
   * again, be it that an operator knows better or had a lesson forgotten that never counted there.
   */
  Learned contradictedBy(Capabilities said) {
    return under(on(said), said);
  }

  /** What is left of what a charge point is said to stand. */
  Capabilities on(Capabilities said) {
    return this.equals(NOTHING)
        ? said
        : new Capabilities(
            said.vendor(),
            said.model(),
            said.firmwareVersion(),
            said.connectors(),
            said.smartCharging(),
            Math.min(said.maxSchedulePeriods(), mostPeriods),
            refused.stackLevels() ? 0 : said.maxStackLevel(),
            said.maxProfilesInstalled(),
            refused.units(said),
            said.minCurrentA(),
            said.maxCurrentA(),
            said.readsBack() && readsBack,
            said.acceptsZero() && acceptsZero,
            said.acceptsRelative() && !refused.relative(),
            said.acceptsTxProfile() && !refused.txProfile(),
            said.acceptsNumberPhases());
  }

  Learned refused(Refusals now) {
    return new Learned(mostPeriods, acceptsZero, readsBack, timekeeping, now);
  }

  /** What is new since then, for the gateway. */
  public List<CapabilityLearned> lessons(String chargePoint, Learned before, Instant at) {
    List<CapabilityLearned> lessons = new ArrayList<>();
    if (mostPeriods < before.mostPeriods) {
      String because = "a schedule of more than " + mostPeriods + " periods was not answered";
      lessons.add(CapabilityLearned.maxSchedulePeriods(chargePoint, mostPeriods, because, at));
    }
    if (!acceptsZero && before.acceptsZero) {
      lessons.add(CapabilityLearned.acceptsZero(chargePoint, false, "0 A was refused", at));
    }
    if (!readsBack && before.readsBack) {
      String because = "GetCompositeSchedule was not answered with a schedule";
      lessons.add(CapabilityLearned.readsBack(chargePoint, false, because, at));
    }
    refused(chargePoint, before.refused, at, lessons);
    return lessons;
  }

  private void refused(
      String chargePoint, Refusals before, Instant at, List<CapabilityLearned> lessons) {
    if (refused.amperes() && !before.amperes()) {
      String because = "a limit in A was refused, and taken in W";
      lessons.add(
          CapabilityLearned.rateUnits(chargePoint, Set.of(ChargingRateUnit.W), because, at));
    }
    if (refused.relative() && !before.relative()) {
      String because = "a Relative schedule was refused, and an Absolute one taken";
      lessons.add(CapabilityLearned.acceptsRelative(chargePoint, false, because, at));
    }
    if (refused.txProfile() && !before.txProfile()) {
      String because = "a TxProfile was refused in every way, where a TxDefaultProfile was taken";
      lessons.add(CapabilityLearned.acceptsTxProfile(chargePoint, false, because, at));
    }
    if (refused.stackLevels() && !before.stackLevels()) {
      String because = "a profile was refused on the highest stack level, and taken on 0";
      lessons.add(CapabilityLearned.maxStackLevel(chargePoint, 0, because, at));
    }
  }

  Learned timekeeping(Timekeeping now) {
    return new Learned(mostPeriods, acceptsZero, readsBack, now, refused);
  }
}
