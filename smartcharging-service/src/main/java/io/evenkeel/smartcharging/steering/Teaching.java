package io.evenkeel.smartcharging.steering;

import io.evenkeel.messaging.CapabilityLearned;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.smartcharging.SmartchargingClock;
import io.evenkeel.smartcharging.domain.control.ChargePointRecord;
import io.evenkeel.smartcharging.domain.control.Learned;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Tells the gateway what was learned of charge points, after it is stored here: there people see it
 * and may say otherwise. What cannot be told is tried again for some minutes; it is safe all the
 * same, since what is stored here counts.
 */
@ApplicationScoped
class Teaching {

  private static final Logger LOG = Logger.getLogger(Teaching.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int REPEATS = 20;

  private final Publisher<CapabilityLearned> gateway;
  private final SmartchargingClock clock;
  private final Map<String, Learned> told = new ConcurrentHashMap<>();

  Teaching(Publisher<CapabilityLearned> gateway, SmartchargingClock clock) {
    this.gateway = gateway;
    this.clock = clock;
  }

  /** What was known when this process began needs not be told again. */
  void begins(List<ChargePointRecord> stored) {
    stored.forEach(record -> told.put(record.chargePoint(), record.learned()));
  }

  /** These have changed; tells what is new in them, some time. */
  void saved(List<ChargePointRecord> changed) {
    for (ChargePointRecord record : changed) {
      Learned before = told.put(record.chargePoint(), record.learned());
      record
          .learned()
          .lessons(record.chargePoint(), before == null ? Learned.NOTHING : before, clock.instant())
          .forEach(this::tell);
    }
  }

  private void tell(CapabilityLearned lesson) {
    LOG.infof(
        "learned chargePoint=%s %s=%s because=%s",
        lesson.chargePoint(), lesson.field(), lesson.value(), lesson.because());
    gateway
        .publish(lesson)
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .atMost(REPEATS)
        .subscribe()
        .with(
            _ -> {},
            failure ->
                LOG.warnf(
                    "not told what was learned, so nobody sees it; chargePoint=%s field=%s cause=%s",
                    lesson.chargePoint(), lesson.field(), failure));
  }
}
