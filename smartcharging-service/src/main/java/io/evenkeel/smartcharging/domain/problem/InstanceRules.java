package io.evenkeel.smartcharging.domain.problem;

import io.evenkeel.smartcharging.domain.site.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What makes a problem sound and its size bearable. */
public final class InstanceRules {

  /** Nodes, connectors and sessions of a problem at most. */
  public static final int LARGEST = 50_000;

  /** Slots at most, and periods. */
  public static final int LONGEST = 2_000;

  /** Slots times nodes and sessions together at most: what a planner keeps tables of. */
  public static final long LARGEST_TABLE = 10_000_000;

  private static final double LARGEST_MONEY = 1_000_000;
  private static final int MINUTES_OF_A_DAY = 24 * 60;

  private final Instance instance;
  private final Findings found;

  private InstanceRules(Instance instance, Findings found) {
    this.instance = instance;
    this.found = found;
  }

  /** All that is wrong, by the field's path in the document; empty when the problem is sound. */
  public static List<Violation> check(Instance instance) {
    Findings found = new Findings(new ArrayList<>());
    InstanceRules rules = new InstanceRules(instance, found);
    rules.checkHorizon();
    Set<String> nodes = new NodeRules(instance, found).check();
    Map<String, Integer> connectors = rules.checkConnectors(nodes);
    new SessionRules(instance, found).check(connectors);
    rules.checkTariff();
    return found.all();
  }

  /** Slots times nodes and sessions together. */
  public static long table(Instance instance) {
    return (long) instance.slots() * (instance.nodes().size() + instance.sessions().size());
  }

  private void checkHorizon() {
    found.range("slots", instance.slots(), 1, LONGEST);
    if (table(instance) > LARGEST_TABLE) {
      found.add(
          "slots",
          "times nodes and sessions must be %d at most, not %d"
              .formatted(LARGEST_TABLE, table(instance)));
    }
    found.range("slotMinutes", instance.slotMinutes(), 1, MINUTES_OF_A_DAY);
    found.range("startMinuteOfDay", instance.startMinuteOfDay(), 0, MINUTES_OF_A_DAY - 1);
    found.range("voltage", instance.voltage(), 100, 400);
    found.range("maxPeriods", instance.maxPeriods(), 1, LONGEST);
    if (instance.step() < 1 || instance.step() > 320) {
      found.add("stepA", "must be 0.1 to 32 A, not " + Findings.amperes(instance.step()));
    }
  }

  private Map<String, Integer> checkConnectors(Set<String> nodes) {
    List<LoadConnector> connectors = instance.connectors();
    found.size("connectors", connectors.size());
    Map<String, Integer> numbers = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < connectors.size(); i++) {
      LoadConnector connector = connectors.get(i);
      String at = "connectors[" + i + "].";
      found.id(at + "id", connector.id(), seen);
      numbers.putIfAbsent(connector.id(), i);
      if (!nodes.contains(connector.node())) {
        found.add(at + "node", "names no node: " + connector.node());
      }
      found.range(at + "phases", connector.phases(), 1, 3);
      found.current(at + "maxA", connector.max(), 0);
    }
    return numbers;
  }

  private void checkTariff() {
    Tariff tariff = instance.tariff();
    int prices = tariff.pricePerKwh().length;
    if (prices > 1 && prices != instance.slots()) {
      found.add(
          "priceEurPerKwh",
          "must have one entry, or one for each of the %d slots, not %d"
              .formatted(instance.slots(), prices));
    }
    for (int i = 0; i < prices; i++) {
      found.number(
          "priceEurPerKwh[" + i + "]", tariff.pricePerKwh()[i], -LARGEST_MONEY, LARGEST_MONEY);
    }
    found.number("feedInEurPerKwh", tariff.feedInPerKwh(), -LARGEST_MONEY, LARGEST_MONEY);
    found.number("demandChargeEurPerKw", tariff.demandChargePerKw(), 0, LARGEST_MONEY);
  }
}
