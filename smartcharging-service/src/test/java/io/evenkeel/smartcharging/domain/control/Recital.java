package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import io.evenkeel.smartcharging.domain.composite.CompositeSchedule;
import io.evenkeel.smartcharging.domain.composite.InstalledProfiles;
import io.evenkeel.smartcharging.domain.composite.Running;
import io.evenkeel.smartcharging.domain.composite.Supply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what it was told, as the service itself would put it: the answer that is always believed.
 */
final class Recital {

  private static final int MAXIMUM = 320;

  private final Map<String, InstalledProfiles> told = new HashMap<>();

  void hears(Send send) {
    if (send instanceof Send.Apply apply) {
      told.merge(
          send.key().chargePoint(),
          InstalledProfiles.NONE.set(apply.request()),
          (known, _) -> known.set(apply.request()));
    }
  }

  GetCompositeSchedule.Response answer(Send.ReadBack asked, @Nullable Session session) {
    @Nullable Running running =
        session == null ? null : new Running(session.transactionId(), session.startedAt());
    CompositeSchedule whole =
        CompositeSchedule.of(
            told.getOrDefault(asked.key().chargePoint(), InstalledProfiles.NONE),
            1,
            running,
            asked.askedAt(),
            asked.request().duration(),
            ChargingRateUnit.A,
            new Supply(230, 3));
    List<ChargingSchedulePeriod> periods = new ArrayList<>();
    for (CompositeSchedule.Step step : whole.steps()) {
      int limit = step.limit() == null ? MAXIMUM : step.limit();
      periods.add(new ChargingSchedulePeriod(step.start(), BigDecimal.valueOf(limit, 1), null));
    }
    return new GetCompositeSchedule.Response(
        GetCompositeSchedule.Status.Accepted,
        1,
        null,
        new ChargingSchedule(asked.request().duration(), null, ChargingRateUnit.A, periods, null));
  }
}
