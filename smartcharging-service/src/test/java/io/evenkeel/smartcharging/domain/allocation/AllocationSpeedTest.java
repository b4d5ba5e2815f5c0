package io.evenkeel.smartcharging.domain.allocation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.Rotation;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A workplace: a grid connection, circuits of 20, a charge point per connector; 90 % taken. */
class AllocationSpeedTest {

  private static final int[] SIZES = {100, 1_000, 10_000};

  @Test
  void aThousandConnectorsTakeMilliseconds() {
    for (int size : SIZES) {
      SiteTree tree = SiteTree.of(site(size));
      List<Demand> demands = demands(tree);
      int rounds = 60_000 / size;
      for (int i = 0; i < rounds; i++) {
        Allocation.of(tree, tree.limits(), demands);
      }
      long began = cpu();
      for (int i = 0; i < rounds; i++) {
        Allocation.of(tree, tree.limits(), demands);
      }
      double millis = (cpu() - began) / 1e6 / rounds;
      System.out.printf("instant allocation, %d connectors: %.2f ms of CPU%n", size, millis);
      assertTrue(millis < size / 20.0 + 5, size + " connectors took " + millis + " ms");
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static List<Demand> demands(SiteTree tree) {
    Random random = new Random(1);
    List<Demand> demands = new ArrayList<>();
    for (int i = 0; i < tree.connectors(); i++) {
      if (random.nextInt(10) > 0) {
        Rank rank = new Rank(0, 1, false, random.nextInt(1000));
        demands.add(new Demand(i, 60, random.nextBoolean() ? 160 : 320, rank));
      }
    }
    return demands;
  }

  private static SiteDefinition site(int size) {
    Random random = new Random(2);
    List<Node> nodes = new ArrayList<>();
    List<Connector> connectors = new ArrayList<>();
    nodes.add(new Node("grid", null, "GRID", PhaseLimits.even(40 * size)));
    for (int i = 0; i < size; i++) {
      String circuit = "c" + i / 20;
      if (i % 20 == 0) {
        nodes.add(new Node(circuit, "grid", "CIRCUIT", PhaseLimits.even(1250)));
      }
      nodes.add(new Node("cp" + i, circuit, "CHARGE_POINT", PhaseLimits.even(320)));
      connectors.add(
          new Connector(
              "cp" + i + "-1",
              new ConnectorKey("cp" + i, 1),
              "cp" + i,
              Rotation.values()[random.nextInt(6)],
              random.nextInt(3) == 0 ? 1 : 3,
              320));
    }
    return new SiteDefinition("workplace", 230, nodes, connectors);
  }
}
