package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.ConnectorTerms;
import io.evenkeel.smartcharging.domain.site.Daily;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.Rotation;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Live sites for tests: one grid connection, three-phase connectors of 32 A, a quarter's slots. */
final class Sites {

  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  static final int SLOTS = 16;

  private final List<Connector> connectors = new ArrayList<>();
  private final List<LiveSession> sessions = new ArrayList<>();
  private final int[] limit = new int[SLOTS];
  private Tariff tariff = Tariff.free();
  private Instant at = START;
  private @Nullable Instant onUntil;
  private Map<Integer, int[]> reserved = Map.of();
  private @Nullable Integer maxImbalance;
  private int phases = 3;

  static Sites with(int limitA) {
    Sites sites = new Sites();
    Arrays.fill(sites.limit, 10 * limitA);
    return sites;
  }

  /** From a slot on the grid connection carries something else. */
  Sites from(int slot, int limitA) {
    Arrays.fill(limit, slot, SLOTS, 10 * limitA);
    return this;
  }

  Sites prices(double... perKwh) {
    tariff = new Tariff(perKwh, 0, 0);
    return this;
  }

  /** The phases of the grid connection may differ by no more. */
  Sites maxImbalance(int amperes) {
    maxImbalance = 10 * amperes;
    return this;
  }

  /** Cars that come from now on use so many phases. */
  Sites phases(int used) {
    phases = used;
    return this;
  }

  Sites at(Instant now) {
    at = now;
    return this;
  }

  /** Cars that come from now on are on, and not to be switched off before. */
  Sites onUntil(@Nullable Instant until) {
    onUntil = until;
    return this;
  }

  Sites reserved(int connector, int amperes) {
    int[] levels = new int[SLOTS];
    Arrays.fill(levels, 10 * amperes);
    reserved = Map.of(connector, levels);
    return this;
  }

  /** A three-phase car. */
  Sites car(@Nullable Integer hours, @Nullable Double wh) {
    return car(hours, wh, 0, ConnectorTerms.USUAL);
  }

  Sites car(@Nullable Integer hours, @Nullable Double wh, int present, ConnectorTerms terms) {
    int number = connector(terms);
    Instant departure = hours == null ? null : START.plus(Duration.ofHours(hours));
    sessions.add(
        new LiveSession(
            number,
            100 + number,
            START.minusSeconds(60),
            phases,
            60,
            320,
            10 * present,
            onUntil,
            10,
            0,
            new Wish(departure, wh),
            new LiveSession.Habit(START.plus(Duration.ofHours(8)), 20_000)));
    return this;
  }

  /** A connector without a car; gives its number. */
  int connector(ConnectorTerms terms) {
    int number = connectors.size();
    connectors.add(
        new Connector(
            "c" + number, new ConnectorKey("CP" + number, 1), "grid", Rotation.RST, 3, 320, terms));
    return number;
  }

  LiveSite site() {
    SiteTree tree =
        SiteTree.of(
            new SiteDefinition(
                "site",
                230,
                List.of(
                    new Node(
                        "grid",
                        null,
                        "GRID",
                        Daily.always(PhaseLimits.even(limit[0])),
                        Daily.NOTHING,
                        List.of(),
                        maxImbalance)),
                connectors));
    int[][] limits = {limit.clone(), limit.clone(), limit.clone()};
    Outlook outlook =
        Outlook.of(
            tree,
            START,
            Duration.ofMinutes(15),
            limits,
            new double[3][SLOTS],
            new int[] {limit[SLOTS - 1], limit[SLOTS - 1], limit[SLOTS - 1]});
    return new LiveSite(tree, at, outlook, tariff, reserved, sessions);
  }
}
