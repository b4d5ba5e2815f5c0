package io.evenkeel.simulator.demo;

import io.evenkeel.simulator.api.ApiFailure;
import io.evenkeel.simulator.api.CentralApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Eight Delta AC MAX on four circuits behind a grid connection that carries a quarter of what they
 * can draw.
 */
public final class DemoSite {
  public static final String ID = "demo";
  public static final int GRID_A = 63;

  private static final int CIRCUIT_A = 40;
  private static final int CHARGER_A = 32;
  private static final int CIRCUITS = 4;
  private static final int PER_CIRCUIT = 2;
  private static final int NOT_FOUND = 404;
  private static final String[] ROTATIONS = {"RST", "STR", "TRS"};
  private static final List<String> PEOPLE =
      List.of(
          "Anna", "Ben", "Carla", "David", "Elif", "Finn", "Greta", "Hugo", "Ines", "Jonas", "Kaya",
          "Liam", "Mara", "Noah", "Olga", "Paul");

  /**
   * A charge point's place.
   *
   * @param rotation which grid phase is behind its first, second and third phase: R, S, T
   */
  public record Place(String chargePoint, String circuit, String rotation) {

    /** What of a current on so many phases is on grid phase 1, 2 or 3. */
    public double onPhase(int phase, double currentA, int phasesInUse) {
      int behind = rotation.indexOf("RST".charAt(phase - 1));
      return behind < phasesInUse ? currentA : 0;
    }
  }

  private DemoSite() {}

  public static List<Place> places() {
    var places = new ArrayList<Place>();
    for (int i = 0; i < CIRCUITS * PER_CIRCUIT; i++) {
      places.add(
          new Place(
              "DEMO-" + (i + 1),
              "circuit-" + (i / PER_CIRCUIT + 1),
              ROTATIONS[i % ROTATIONS.length]));
    }
    return places;
  }

  /** Who charges at a place: no two places share a person. */
  public static List<String> people(int place) {
    int half = PEOPLE.size() / 2;
    return List.of(PEOPLE.get(place % half), PEOPLE.get(place % half + half));
  }

  public static String idTag(String person) {
    return "DEMO-" + person.toUpperCase(Locale.ROOT);
  }

  /** The person behind an idTag of the demo. */
  public static String person(String idTag) {
    return PEOPLE.stream().filter(name -> idTag(name).equals(idTag)).findFirst().orElse(idTag);
  }

  /** Makes what is not there yet; a site that somebody changed stays as it is. */
  public static void setUp(CentralApi api) {
    api.importIdTags(PEOPLE.stream().map(DemoSite::idTag).toList());
    api.registerChargePoints(places().stream().map(Place::chargePoint).toList(), null);
    try {
      api.get("/api/sites/" + ID);
    } catch (ApiFailure failure) {
      if (failure.status() != NOT_FOUND) {
        throw failure;
      }
      api.put("/api/sites/" + ID, definition());
    }
  }

  static Map<String, Object> definition() {
    var nodes = new ArrayList<Map<String, Object>>();
    nodes.add(node("grid", null, "GRID", GRID_A));
    for (int i = 1; i <= CIRCUITS; i++) {
      nodes.add(node("circuit-" + i, "grid", "CIRCUIT", CIRCUIT_A));
    }
    var connectors = new ArrayList<Map<String, Object>>();
    for (var place : places()) {
      var connector = new LinkedHashMap<String, Object>();
      connector.put("id", place.chargePoint());
      connector.put("chargePoint", place.chargePoint());
      connector.put("connectorId", 1);
      connector.put("node", place.circuit());
      connector.put("rotation", place.rotation());
      connector.put("phases", 3);
      connector.put("maxA", CHARGER_A);
      connectors.add(connector);
    }
    return Map.of("voltage", 230, "nodes", nodes, "connectors", connectors);
  }

  private static Map<String, Object> node(
      String id, @Nullable String parent, String kind, int limit) {
    var node = new LinkedHashMap<String, Object>();
    node.put("id", id);
    if (parent != null) {
      node.put("parent", parent);
    }
    node.put("kind", kind);
    node.put("limitA", List.of(limit, limit, limit));
    return node;
  }
}
