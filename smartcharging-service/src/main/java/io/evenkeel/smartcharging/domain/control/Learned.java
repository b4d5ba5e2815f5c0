package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.messaging.CapabilityLearned;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.smartcharging.domain.site.Amperes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a charge point taught about itself.
 *
 * @param periods of a schedule
 * @param minimum cars charge there from this current on, in tenths of an ampere; 0: nothing known
 * @param refused what is not tried any more
 */
public record Learned(
    PeriodsStood periods, int minimum, Timekeeping timekeeping, Set<Refusal> refused) {

  /** Of a charge point that has taught nothing yet. */
  public static final Learned NOTHING =
      new Learned(PeriodsStood.UNKNOWN, 0, Timekeeping.UNPROVEN, Set.of());

  public Learned {
    refused = Set.copyOf(refused);
  }

  /** It stands so many periods of a schedule, for certain or not. */
  public int mostPeriods() {
    return periods.most();
  }

  /** It is certain to stand no more. */
  public Learned mostPeriods(int most) {
    return periods(new PeriodsStood(most, null));
  }

  Learned periods(PeriodsStood now) {
    return new Learned(now, minimum, timekeeping, refused);
  }

  Learned minimum(int tenths) {
    return new Learned(periods, tenths, timekeeping, refused);
  }

  /** Whether it keeps time is known to be so. */
  public Learned timekeeping(Timekeeping now) {
    return new Learned(periods, minimum, now, refused);
  }

  private Learned refused(Set<Refusal> now) {
    return new Learned(periods, minimum, timekeeping, now);
  }

  /** This is refused as well. */
  public Learned refuses(Refusal one) {
    Set<Refusal> more = EnumSet.of(one);
    more.addAll(refused);
    if (one == Refusal.WATTS) {
      more.remove(Refusal.AMPERES);
    }
    return refused(more);
  }

  boolean accepts(Refusal one) {
    return !refused.contains(one);
  }

  public boolean acceptsZero() {
    return accepts(Refusal.ZERO);
  }

  public boolean readsBack() {
    return accepts(Refusal.READING_BACK);
  }

  /**
   * The gateway tells other capabilities than before. Where they allow more, also more than follows
   * from what is known here, an operator had the lesson forgotten or knows better: it is tried
   * again.
   */
  Learned under(Capabilities before, Capabilities now) {
    Set<Refusal> left = EnumSet.noneOf(Refusal.class);
    for (Refusal one : refused) {
      if (!one.isAllowedBy(now) || one.isAllowedBy(before)) {
        left.add(one);
      }
    }
    Learned learned = refused(left);
    if (now.maxSchedulePeriods() > Math.max(before.maxSchedulePeriods(), mostPeriods())) {
      learned = learned.periods(PeriodsStood.UNKNOWN);
    }
    if (now.minCurrentA().compareTo(before.minCurrentA()) < 0
        && Amperes.ceiling(now.minCurrentA()) < minimum) {
      learned = learned.minimum(0);
    }
    if (!readsBack() && learned.readsBack()) {
      learned = learned.timekeeping(Timekeeping.UNPROVEN);
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
            Math.min(said.maxSchedulePeriods(), mostPeriods()),
            said.periodsWithoutLessons(),
            accepts(Refusal.STACK_LEVELS) ? said.maxStackLevel() : 0,
            said.maxProfilesInstalled(),
            units(said),
            said.minCurrentA().max(Amperes.of(minimum)),
            said.maxCurrentA(),
            said.readsBack() && readsBack(),
            said.acceptsZero() && acceptsZero(),
            said.acceptsRelative() && accepts(Refusal.RELATIVE),
            said.acceptsTxProfile() && accepts(Refusal.TX_PROFILE),
            said.acceptsNumberPhases() && accepts(Refusal.NUMBER_PHASES));
  }

  private Set<ChargingRateUnit> units(Capabilities said) {
    if (!accepts(Refusal.WATTS)) {
      return Set.of(ChargingRateUnit.A);
    }
    return !accepts(Refusal.AMPERES) && Refusal.WATTS.isAllowedBy(said)
        ? Set.of(ChargingRateUnit.W)
        : said.rateUnits();
  }

  /** What is new since then, for the gateway. */
  public List<CapabilityLearned> lessons(String chargePoint, Learned before, Instant at) {
    List<CapabilityLearned> lessons = new ArrayList<>();
    if (!periods.equals(before.periods)) {
      lessons.addAll(ofPeriods(chargePoint, before, at));
    }
    if (minimum > before.minimum) {
      BigDecimal least = Amperes.of(minimum);
      String because = "cars drew nothing with less, and charged at once with " + least + " A";
      lessons.add(CapabilityLearned.minCurrentA(chargePoint, least, because, at));
    }
    for (Refusal one : Refusal.values()) {
      if (!accepts(one) && before.accepts(one)) {
        lessons.add(one.lesson(chargePoint, at));
      }
    }
    return lessons;
  }

  private List<CapabilityLearned> ofPeriods(String chargePoint, Learned before, Instant at) {
    String field = "maxSchedulePeriods";
    if (!periods.equals(PeriodsStood.UNKNOWN)) {
      return List.of(
          CapabilityLearned.number(chargePoint, field, mostPeriods(), periods.because(), at));
    }
    // what was certain can only have been forgotten by the gateway
    return before.periods.doubt() == null
        ? List.of()
        : List.of(CapabilityLearned.nothing(chargePoint, field, "it took what was lost", at));
  }
}
