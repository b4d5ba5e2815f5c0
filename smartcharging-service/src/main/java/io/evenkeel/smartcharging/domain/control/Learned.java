package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.messaging.CapabilityLearned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a charge point taught about itself.
 *
 * @param mostPeriods schedules of more periods hung it, or may have; {@link Integer#MAX_VALUE} when
 *     nothing is known
 * @param acceptsZero false when it refused 0 A and took its least current instead
 * @param readsBack false when it does not answer GetCompositeSchedule
 */
public record Learned(
    int mostPeriods, boolean acceptsZero, boolean readsBack, Timekeeping timekeeping) {

  /** Of a charge point that has taught nothing yet. */
  public static final Learned NOTHING =
      new Learned(Integer.MAX_VALUE, true, true, Timekeeping.UNPROVEN);

  /** Schedules of more periods hung it, or may have. */
  public Learned mostPeriods(int most) {
    return new Learned(most, acceptsZero, readsBack, timekeeping);
  }

  Learned acceptsZero(boolean accepts) {
    return new Learned(mostPeriods, accepts, readsBack, timekeeping);
  }

  Learned readsBack(boolean reads) {
    return new Learned(mostPeriods, acceptsZero, reads, timekeeping);
  }

  /**
   * The gateway tells other capabilities than before. Where they allow more, an operator had the
   * lesson forgotten or knows better: it is tried again.
   */
  Learned under(Capabilities before, Capabilities now) {
    Learned learned = this;
    if (now.maxSchedulePeriods() > before.maxSchedulePeriods()) {
      learned = learned.mostPeriods(Integer.MAX_VALUE);
    }
    if (now.acceptsZero() && !before.acceptsZero()) {
      learned = learned.acceptsZero(true);
    }
    if (now.readsBack() && !before.readsBack()) {
      learned = learned.readsBack(true).timekeeping(Timekeeping.UNPROVEN);
    }
    return learned;
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
    return lessons;
  }

  Learned timekeeping(Timekeeping now) {
    return new Learned(mostPeriods, acceptsZero, readsBack, now);
  }
}
