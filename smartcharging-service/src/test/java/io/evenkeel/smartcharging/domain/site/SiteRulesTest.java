package io.evenkeel.smartcharging.domain.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SiteRulesTest {

  @Test
  void aSoundSite() {
    assertEquals(
        List.of(),
        SiteRules.check(
            site(
                List.of(node("grid", null), node("c1", "grid"), node("c2", "c1")),
                connector("a", "CP1", 1, "c2"),
                connector("b", "CP1", 2, "c1"))));
  }

  @Test
  void noNode() {
    expect(site(List.of()), "nodes", "must have at least one node");
  }

  @Test
  void aNodeTwice() {
    expect(
        site(List.of(node("grid", null), node("c1", "grid"), node("c1", "grid"))),
        "nodes[2].id",
        "is used twice: c1");
  }

  @Test
  void twoRoots() {
    expect(
        site(List.of(node("a", null), node("b", null))),
        "nodes[1].parent",
        "must be given: a is the root already, and a site has one root");
  }

  @Test
  void noRootBecauseOfACycle() {
    List<Violation> violations =
        SiteRules.check(site(List.of(node("a", "b"), node("b", "c"), node("c", "a"))));

    assertEquals(
        List.of(
            new Violation("nodes[0].parent", "leads back to a: the nodes must form a tree"),
            new Violation("nodes[1].parent", "leads back to b: the nodes must form a tree"),
            new Violation("nodes[2].parent", "leads back to c: the nodes must form a tree"),
            new Violation("nodes", "must have a root: one node without a parent")),
        violations);
  }

  @Test
  void aNodeOfItsOwn() {
    expect(
        site(List.of(node("grid", null), node("a", "a"))),
        "nodes[1].parent",
        "leads back to a: the nodes must form a tree");
  }

  @Test
  void anUnknownParent() {
    expect(
        site(List.of(node("grid", null), node("a", "nope"))),
        "nodes[1].parent",
        "is no node of this site: nope");
  }

  @Test
  void aNegativeLimit() {
    Node node = new Node("grid", null, "GRID", new PhaseLimits(100, -1, 100));

    expect(site(List.of(node)), "nodes[0].limits", "must not be negative on L2");
  }

  @Test
  void aConnectorTwice() {
    expect(
        site(
            List.of(node("grid", null)),
            connector("a", "CP1", 1, "grid"),
            connector("b", "CP1", 1, "grid")),
        "connectors[1].connectorId",
        "is placed twice: connector 1 of CP1");
  }

  @Test
  void aConnectorsNameTwice() {
    expect(
        site(
            List.of(node("grid", null)),
            connector("a", "CP1", 1, "grid"),
            connector("a", "CP1", 2, "grid")),
        "connectors[1].id",
        "is used twice: a");
  }

  @Test
  void aConnectorNowhere() {
    expect(
        site(List.of(node("grid", null)), connector("a", "CP1", 1, "nope")),
        "connectors[0].node",
        "is no node of this site: nope");
  }

  @Test
  void connectorZeroIsTheChargePoint() {
    expect(
        site(List.of(node("grid", null)), connector("a", "CP1", 0, "grid")),
        "connectors[0].connectorId",
        "must be 1 or more, not 0");
  }

  @Test
  void phasesAndMaximum() {
    ConnectorKey key = new ConnectorKey("CP1", 1);

    expect(
        site(List.of(node("grid", null)), new Connector("a", key, "grid", Rotation.RST, 4, 320)),
        "connectors[0].phases",
        "must be 1, 2 or 3, not 4");
    expect(
        site(List.of(node("grid", null)), new Connector("a", key, "grid", Rotation.RST, 3, 59)),
        "connectors[0].maxA",
        "must be 6 to 32 A, not 5.9");
    expect(
        site(List.of(node("grid", null)), new Connector("a", key, "grid", Rotation.RST, 3, 630)),
        "connectors[0].maxA",
        "must be 6 to 32 A, not 63.0");
  }

  @Test
  void anUnsoundSiteIsNoTree() {
    assertThrows(IllegalArgumentException.class, () -> SiteTree.of(site(List.of())));
  }

  @Test
  void aConnectorLoadsTheFirstPhasesOfItsRotationOnTheWayToTheRoot() {
    Connector connector =
        new Connector("a", new ConnectorKey("CP1", 1), "c1", Rotation.TRS, 2, 320);

    SiteTree tree =
        SiteTree.of(
            site(
                List.of(node("other", "grid"), node("grid", null), node("c1", "grid")), connector));

    List<String> loaded =
        Arrays.stream(tree.cellsOf(0))
            .mapToObj(cell -> tree.node(cell).id() + " " + tree.phase(cell))
            .toList();
    assertEquals(List.of("c1 L3", "c1 L1", "grid L3", "grid L1"), loaded);
  }

  private static void expect(SiteDefinition site, String field, String message) {
    assertEquals(List.of(new Violation(field, message)), SiteRules.check(site));
  }

  private static SiteDefinition site(List<Node> nodes, Connector... connectors) {
    return new SiteDefinition("site", 230, nodes, List.of(connectors));
  }

  private static Node node(String id, @Nullable String parent) {
    return new Node(id, parent, "CIRCUIT", PhaseLimits.even(1000));
  }

  private static Connector connector(String id, String chargePoint, int connector, String node) {
    return new Connector(id, new ConnectorKey(chargePoint, connector), node, Rotation.RST, 3, 320);
  }
}
