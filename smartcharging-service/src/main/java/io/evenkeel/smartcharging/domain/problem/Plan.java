package io.evenkeel.smartcharging.domain.problem;

import java.util.List;
import java.util.Map;

/**
 * What every session is to get: a schedule per session id, nothing for those left out. A schedule's
 * first period starts no later than the arrival, starts rise strictly, and there are at most as
 * many as the session's charger stands.
 */
public record Plan(Map<String, List<Period>> schedules) {

  public Plan {
    schedules = Map.copyOf(schedules);
  }
}
