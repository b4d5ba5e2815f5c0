package io.evenkeel.smartcharging.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.InstanceRules;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a {@code load-tree-instance/1}. Limits and maxima are rounded down to tenths of an ampere,
 * minima up.
 */
public final class ProblemReading {

  public static final String FORMAT = "load-tree-instance/1";

  private static final int LONGEST_ID = 255;
  private static final BigDecimal USUAL_VOLTAGE = BigDecimal.valueOf(230);
  private static final BigDecimal USUAL_STEP = new BigDecimal("0.1");
  private static final int QUARTER = 15;
  private static final int USUAL_PERIODS = 10;
  private static final Set<String> FIELDS =
      Set.of(
          "format",
          "id",
          "slots",
          "slotMinutes",
          "startMinuteOfDay",
          "voltage",
          "maxPeriods",
          "stepA",
          "nodes",
          "connectors",
          "sessions",
          "priceEurPerKwh",
          "feedInEurPerKwh",
          "demandChargeEurPerKw");

  private final List<Violation> violations = new ArrayList<>();

  private ProblemReading() {}

  /** What came of it. */
  public sealed interface Result {

    /** A sound problem. */
    record Read(Instance instance) implements Result {}

    /** All that is wrong with it, at least one thing. */
    record Refused(List<Violation> violations) implements Result {}
  }

  public static Result read(String text) {
    try {
      return read(JsonText.parse(text));
    } catch (JsonProcessingException unreadable) {
      return new Result.Refused(
          List.of(new Violation("body", "is no JSON: " + JsonText.complaint(unreadable))));
    }
  }

  public static Result read(JsonNode document) {
    if (!document.isObject()) {
      String wrong = document.isMissingNode() ? "is empty" : "must be an object: {\"format\": …}";
      return new Result.Refused(List.of(new Violation("body", wrong)));
    }
    ProblemReading reading = new ProblemReading();
    Instance instance = reading.instance(document);
    if (reading.violations.isEmpty()) {
      reading.violations.addAll(InstanceRules.check(instance));
    }
    return reading.violations.isEmpty()
        ? new Result.Read(instance)
        : new Result.Refused(List.copyOf(reading.violations));
  }

  private Instance instance(JsonNode document) {
    JsonObject problem = JsonObject.of("", document, FIELDS, violations);
    String format = problem.requiredText("format", LONGEST_ID);
    if (!format.isEmpty() && !format.equals(FORMAT)) {
      problem.note("format", "must be " + FORMAT + ", not " + format);
    }
    String id = problem.text("id", LONGEST_ID);
    int maxPeriods = problem.whole("maxPeriods", USUAL_PERIODS);
    return new Instance(
        id == null ? "" : id,
        problem.requiredWhole("slots"),
        problem.whole("slotMinutes", QUARTER),
        problem.whole("startMinuteOfDay", 0),
        problem.whole("voltage", USUAL_VOLTAGE.intValue()),
        maxPeriods,
        step(problem),
        nodes(problem),
        connectors(problem),
        sessions(problem),
        tariff(problem));
  }

  private static int step(JsonObject problem) {
    BigDecimal step = problem.amperes("stepA", USUAL_STEP).movePointRight(1);
    try {
      return step.intValueExact();
    } catch (ArithmeticException finer) {
      problem.note("stepA", "must be a multiple of 0.1 A, which is as fine as OCPP 1.6 goes");
      return 1;
    }
  }

  private List<LoadNode> nodes(JsonObject problem) {
    List<LoadNode> nodes = new ArrayList<>();
    problem.each("nodes", (path, node) -> nodes.add(NodeReading.read(path, node, violations)));
    return nodes;
  }

  private List<LoadConnector> connectors(JsonObject problem) {
    List<LoadConnector> connectors = new ArrayList<>();
    problem.each("connectors", (path, node) -> connectors.add(connector(path, node)));
    return connectors;
  }

  private LoadConnector connector(String path, JsonNode node) {
    JsonObject connector =
        JsonObject.of(path, node, Set.of("id", "node", "rotation", "phases", "maxA"), violations);
    return new LoadConnector(
        connector.requiredText("id", LONGEST_ID),
        connector.requiredText("node", LONGEST_ID),
        Wiring.rotation(connector, "rotation"),
        connector.whole("phases", 3),
        Amperes.floor(connector.amperes("maxA", Amperes.of(Amperes.MOST))));
  }

  private List<LoadSession> sessions(JsonObject problem) {
    List<LoadSession> sessions = new ArrayList<>();
    problem.each(
        "sessions", (path, node) -> sessions.add(SessionReading.read(path, node, violations)));
    return sessions;
  }

  private static Tariff tariff(JsonObject problem) {
    return new Tariff(
        problem.numbers("priceEurPerKwh"),
        problem.number("feedInEurPerKwh", BigDecimal.ZERO).doubleValue(),
        problem.number("demandChargeEurPerKw", BigDecimal.ZERO).doubleValue());
  }
}
