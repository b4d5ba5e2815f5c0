package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Daily;
import io.evenkeel.smartcharging.domain.site.Meter;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.Rotation;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A site of one node and what its charge points say of themselves, to be changed at will. */
final class OneNode {

  static final Settings SETTINGS =
      new Settings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          5,
          Duration.ofMinutes(15),
          Duration.ofMinutes(2),
          16,
          10,
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60));

  private static final int PERIODS = 10;

  private final String[] names;
  int limit;
  int wired = 3;
  boolean metered;
  int building;
  String turned = "";
  Set<ChargingRateUnit> units = Set.of(ChargingRateUnit.A);
  int maxProfiles = 20;
  int stackLevels;
  boolean smartCharging = true;
  boolean acceptsRelative = true;
  boolean acceptsTxProfile = true;

  OneNode(int limit, String... names) {
    this.limit = limit;
    this.names = names;
  }

  SiteTree tree() {
    return SiteTree.of(
        new SiteDefinition(
            "site", 230, List.of(grid()), Arrays.stream(names).map(this::connector).toList()));
  }

  private Node grid() {
    return metered
        ? new Node(
            "grid",
            null,
            "GRID",
            Daily.always(PhaseLimits.even(limit)),
            Daily.always(PhaseLimits.even(building)),
            List.of(new Meter("m", Meter.Measures.UNMANAGED, 0, Meter.USUAL_STALE_AFTER)),
            null)
        : new Node("grid", null, "GRID", PhaseLimits.even(limit));
  }

  private Connector connector(String name) {
    Rotation rotation = name.equals(turned) ? Rotation.STR : Rotation.RST;
    return new Connector(name, new ConnectorKey(name, 1), "grid", rotation, wired, 320);
  }

  Origins origins() {
    Capabilities capabilities = capabilities();
    return new Origins(_ -> new SessionRef(0, 1, 1), _ -> capabilities);
  }

  Capabilities capabilities() {
    return capabilities(PERIODS, PERIODS);
  }

  Capabilities capabilities(int periods, int withoutLessons) {
    return new Capabilities(
        "Delta",
        "AC MAX",
        "1",
        1,
        smartCharging,
        periods,
        withoutLessons,
        stackLevels,
        maxProfiles,
        units,
        BigDecimal.valueOf(6),
        BigDecimal.valueOf(32),
        true,
        true,
        acceptsRelative,
        acceptsTxProfile,
        true);
  }
}
