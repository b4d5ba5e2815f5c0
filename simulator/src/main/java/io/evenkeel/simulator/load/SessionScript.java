package io.evenkeel.simulator.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The messages of one charging session, in order. */
final class SessionScript {
  static final int METER_VALUES = 10;

  /** Steps as kinds; which StatusNotification it is follows from where it stands. */
  static final List<Kind> STEPS = steps();

  private SessionScript() {}

  private static List<Kind> steps() {
    var steps = new ArrayList<Kind>();
    steps.add(Kind.BootNotification);
    steps.add(Kind.StatusNotification);
    steps.add(Kind.Authorize);
    steps.add(Kind.StartTransaction);
    steps.add(Kind.StatusNotification);
    for (int i = 0; i < METER_VALUES; i++) {
      steps.add(Kind.MeterValues);
      if (i == METER_VALUES / 2) {
        steps.add(Kind.Heartbeat);
      }
    }
    steps.add(Kind.Heartbeat);
    steps.add(Kind.StopTransaction);
    steps.add(Kind.StatusNotification);
    return Collections.unmodifiableList(steps);
  }
}
