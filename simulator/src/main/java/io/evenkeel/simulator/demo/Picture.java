package io.evenkeel.simulator.demo;

import io.evenkeel.simulator.ConnectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Draws the site as lines of text. Pure. */
final class Picture {
  private static final String ROW = "%-8s %-10s %-14s %9s %9s  %-9s %-16s %-7s %s";
  private static final int BAR = 20;
  private static final int BATTERY = 10;

  private Picture() {}

  /** What is drawn on grid phase 1, 2 and 3 together. */
  static double[] drawn(List<DemoSite.Place> places, List<ConnectorState> connectors) {
    var sum = new double[3];
    for (int i = 0; i < places.size(); i++) {
      var state = connectors.get(i);
      int inUse = state.car() == null ? 0 : state.car().phases();
      for (int phase = 1; phase <= 3; phase++) {
        sum[phase - 1] += places.get(i).onPhase(phase, state.currentA(), inUse);
      }
    }
    return sum;
  }

  static List<String> lines(
      List<DemoSite.Place> places,
      List<ConnectorState> connectors,
      List<Boolean> online,
      SiteStatus status) {
    var lines = new ArrayList<String>();
    lines.add(
        String.format(
            ROW, "", "circuit", "status", "allotted", "draws", "car", "battery", "driver", "why"));
    for (int i = 0; i < places.size(); i++) {
      var share = status.shares().get(places.get(i).chargePoint());
      lines.add(line(places.get(i), connectors.get(i), online.get(i), share));
    }
    lines.add("");
    var drawn = drawn(places, connectors);
    for (int phase = 0; phase < 3; phase++) {
      lines.add(phaseLine(phase, drawn[phase], status));
    }
    lines.add(status.message() == null ? "" : status.message());
    return lines;
  }

  private static String line(
      DemoSite.Place place,
      ConnectorState state,
      boolean online,
      SiteStatus.@Nullable Share share) {
    var car = state.car();
    var shown = state.inTransaction() ? share : null;
    return String.format(
        Locale.ROOT,
        ROW,
        place.chargePoint(),
        place.circuit(),
        online ? state.status().wire() : "offline",
        shown == null ? "" : ampere(shown.desiredA()),
        state.inTransaction() ? ampere(state.currentA()) : "",
        car == null ? "" : String.format(Locale.ROOT, "%d x %.0f A", car.phases(), car.maxA()),
        car == null ? "" : battery(state.takenWh() / car.needWh()),
        state.idTag() == null ? "" : DemoSite.person(state.idTag()),
        shown == null ? "" : shown.why());
  }

  private static String phaseLine(int phase, double drawn, SiteStatus status) {
    double limit = status.limitA() == null ? DemoSite.GRID_A : status.limitA()[phase];
    var most =
        status.mayBeDrawnA() == null
            ? ""
            : String.format(
                Locale.ROOT, ", %.1f A may be drawn at most", status.mayBeDrawnA()[phase]);
    return String.format(
        Locale.ROOT,
        "grid L%d  [%s] %5.1f A of %.0f A%s",
        phase + 1,
        bar(limit == 0 ? 1 : drawn / limit, BAR),
        drawn,
        limit,
        most);
  }

  private static String ampere(double value) {
    return String.format(Locale.ROOT, "%.1f A", value);
  }

  private static String battery(double share) {
    return String.format(Locale.ROOT, "%s %3.0f %%", bar(share, BATTERY), 100 * Math.min(1, share));
  }

  private static String bar(double share, int width) {
    int full = (int) Math.round(Math.clamp(share, 0, 1) * width);
    return "#".repeat(full) + ".".repeat(width - full);
  }
}
