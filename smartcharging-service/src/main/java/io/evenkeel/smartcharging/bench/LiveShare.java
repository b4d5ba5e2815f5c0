package io.evenkeel.smartcharging.bench;

import io.evenkeel.smartcharging.domain.allocation.Allocation;
import io.evenkeel.smartcharging.domain.allocation.Demand;
import io.evenkeel.smartcharging.domain.allocation.Rank;
import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadNode.LimitFrom;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Slot 0 of a workplace as a live site has it: laid out before, its sessions as demands. */
record LiveShare(SiteTree tree, int[] capacity, List<Demand> demands) {

  static LiveShare of(Instance instance) {
    List<Node> nodes =
        instance.nodes().stream()
            .map(
                node -> {
                  LimitFrom limit = node.limits().getFirst();
                  return new Node(
                      node.id(),
                      node.parent(),
                      node.kind(),
                      new PhaseLimits(limit.l1(), limit.l2(), limit.l3()));
                })
            .toList();
    List<Connector> connectors = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (LoadConnector each : instance.connectors()) {
      numbers.put(each.id(), connectors.size());
      connectors.add(
          new Connector(
              each.id(),
              new ConnectorKey(each.id(), 1),
              each.node(),
              each.rotation(),
              each.phases(),
              each.max()));
    }
    List<Demand> demands = new ArrayList<>();
    for (LoadSession session : instance.sessions()) {
      demands.add(
          new Demand(
              numbers.getOrDefault(session.connector(), 0),
              session.evPhases(),
              session.min(),
              session.max(),
              session.weight(),
              Rank.ORDINARY));
    }
    SiteTree tree =
        SiteTree.of(new SiteDefinition(instance.id(), instance.voltage(), nodes, connectors));
    return new LiveShare(tree, tree.limits(), demands);
  }

  Allocation allocate() {
    return Allocation.of(tree, capacity, demands);
  }
}
