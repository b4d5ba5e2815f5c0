package io.evenkeel.smartcharging.domain.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a site sound: one tree, every connector once, every limit a limit. */
public final class SiteRules {

  /** Nodes of one site at most, and connectors. */
  public static final int LARGEST = 20_000;

  private final SiteDefinition site;
  private final Map<String, Node> nodes = new HashMap<>();
  private final List<Violation> found = new ArrayList<>();
  private final TermsRules terms = new TermsRules(this::add);

  private SiteRules(SiteDefinition site) {
    this.site = site;
  }

  /** All that is wrong, in the order of the document; empty when the site is sound. */
  public static List<Violation> check(SiteDefinition site) {
    SiteRules rules = new SiteRules(site);
    rules.terms.check(site.terms());
    rules.checkNodes();
    rules.checkTree();
    rules.checkConnectors();
    return List.copyOf(rules.found);
  }

  private void checkNodes() {
    if (site.nodes().isEmpty()) {
      add("nodes", "must have at least one node");
    }
    if (site.nodes().size() > LARGEST) {
      add("nodes", "must be " + LARGEST + " at most, not " + site.nodes().size());
    }
    for (int i = 0; i < site.nodes().size(); i++) {
      Node node = site.nodes().get(i);
      if (nodes.putIfAbsent(node.id(), node) != null) {
        add("nodes[" + i + "].id", "is used twice: " + node.id());
      }
      terms.check("nodes[" + i + "].", node);
    }
  }

  private void checkTree() {
    @Nullable String root = null;
    for (int i = 0; i < site.nodes().size(); i++) {
      Node node = site.nodes().get(i);
      String field = "nodes[" + i + "].parent";
      if (node.parent() == null) {
        if (root != null) {
          add(field, "must be given: " + root + " is the root already, and a site has one root");
        } else {
          root = node.id();
        }
      } else if (!nodes.containsKey(node.parent())) {
        add(field, "is no node of this site: " + node.parent());
      } else if (onCycle(node)) {
        add(field, "leads back to " + node.id() + ": the nodes must form a tree");
      }
    }
    if (root == null && !site.nodes().isEmpty()) {
      add("nodes", "must have a root: one node without a parent");
    }
  }

  private boolean onCycle(Node start) {
    Set<String> seen = new HashSet<>();
    @Nullable Node node = start;
    while (node != null && node.parent() != null && seen.add(node.id())) {
      if (node.parent().equals(start.id())) {
        return true;
      }
      node = nodes.get(node.parent());
    }
    return false;
  }

  private void checkConnectors() {
    if (site.connectors().size() > LARGEST) {
      add("connectors", "must be " + LARGEST + " at most, not " + site.connectors().size());
    }
    Set<String> ids = new HashSet<>();
    Set<ConnectorKey> keys = new HashSet<>();
    for (int i = 0; i < site.connectors().size(); i++) {
      Connector connector = site.connectors().get(i);
      String at = "connectors[" + i + "].";
      if (!ids.add(connector.id())) {
        add(at + "id", "is used twice: " + connector.id());
      }
      ConnectorKey key = connector.key();
      if (key.connectorId() < 1) {
        add(at + "connectorId", "must be 1 or more, not " + key.connectorId());
      } else if (!keys.add(key)) {
        add(
            at + "connectorId",
            "is placed twice: connector %d of %s".formatted(key.connectorId(), key.chargePoint()));
      }
      if (!nodes.containsKey(connector.node())) {
        add(at + "node", "is no node of this site: " + connector.node());
      }
      if (connector.phases() < 1 || connector.phases() > Phase.COUNT) {
        add(at + "phases", "must be 1, 2 or 3, not " + connector.phases());
      }
      if (connector.maximum() < Amperes.LEAST || connector.maximum() > Amperes.MOST) {
        add(at + "maxA", "must be 6 to 32 A, not " + Amperes.of(connector.maximum()));
      }
      terms.check(at, connector.terms());
    }
  }

  private void add(String field, String message) {
    found.add(new Violation(field, message));
  }
}
